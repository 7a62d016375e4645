import type { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import { type Naming, objectMetadata } from './labels';
import { type Named, nameOf } from './values';

/** The ServiceAccount a workload runs as: the given one, or one of its own without an API token. */
export function serviceAccountFor(
  scope: Construct,
  naming: Naming,
  given: Named | undefined,
): { readonly name: string; readonly made?: KubeServiceAccount } {
  if (given !== undefined) return { name: nameOf(given) };
  const made = new KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: objectMetadata(naming),
    automountServiceAccountToken: false,
  });
  return { name: naming.name, made };
}
