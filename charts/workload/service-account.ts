import type { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import { override, type Patch } from '../shared/override';
import { type Naming, objectMetadata } from './labels';
import type { PodProps } from './pod-props';

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
