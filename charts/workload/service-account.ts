import type { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { type Naming, objectMetadata } from './labels';
import type { PodProps } from './pod-props';

/** Changes to a ServiceAccount that the workload does not make are refused. */
export function judgeOwnAccount(
  { serviceAccount, overrides }: { readonly serviceAccount?: unknown; readonly overrides?: object },
  problems: Problems,
): void {
  const made = serviceAccount === undefined || 'serviceAccount is given and exists already';
  onlyMade(overrides, { serviceAccount: made }, problems);
}

/** A ServiceAccount of the workload's own, without an API token; undefined where the Pods run as an existing one. */
export function ownServiceAccount(
  scope: Construct,
  naming: Naming,
  props: PodProps,
  patch: Patch | undefined,
): KubeServiceAccount | undefined {
  if (props.serviceAccount !== undefined) return undefined;
  const made = new KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: objectMetadata(naming),
    automountServiceAccountToken: false,
  });
  return override(made, patch);
}
