import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import type { Environment } from '../../src/model/environment';
import type { Labels } from '../shared/labels';

/** Whether a Fargate profile of the environment catches Pods with these labels. */
export function runsOnFargate(environment: Environment, namespace: string | undefined, labels: Labels): boolean {
  if (environment.platform !== 'eks' || namespace === undefined) return false;
  return fargateProfileFor(environment.compute.fargateProfiles, namespace, labels) !== undefined;
}
