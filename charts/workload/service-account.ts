import type { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import type { Labels } from './labels';
import { type Named, nameOf } from './values';

/** The ServiceAccount a workload runs as: the given one, or one of its own without an API token. */
export function serviceAccountFor(
  scope: Construct,
  component: string,
  given: Named | undefined,
  labels: Labels,
): { readonly name: string; readonly made?: KubeServiceAccount } {
  if (given !== undefined) return { name: nameOf(given) };
  const made = new KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: { name: component, labels: { ...labels } },
    automountServiceAccountToken: false,
  });
  return { name: component, made };
}
