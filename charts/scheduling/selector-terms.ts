import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** Finds subnets: by tags that all match (`*` for any value), or by an id alone. */
export interface SubnetTerm {
  /** AWS tags that all match; `*` is any value. */
  readonly tags?: Readonly<Record<string, string>>;
  /** An id, alone in its term. */
  readonly id?: string;
}

/** Finds security groups: by tags that all match, or by an id or a name alone. */
export interface SecurityGroupTerm extends SubnetTerm {
  /** A name, alone in its term. */
  readonly name?: string;
}

/** The given terms, or the private subnets that the settings name; undefined, with a problem, where they name none. */
export function subnetTerms(
  given: readonly SubnetTerm[] | undefined,
  { name, network }: EksEnvironment,
  problems: Problems,
): readonly SubnetTerm[] | undefined {
  if (given !== undefined) return given.map((term) => ({ ...term }));
  const subnets = network.subnets.private;
  problems.unless(
    subnets.length > 0,
    `environment ${name} names no private subnets, so nobody knows where nodes of the class go.`,
    'give subnets, or declare network.subnets.private in environment.yaml.',
  );
  return subnets.length === 0 ? undefined : subnets.map(({ id }) => ({ id }));
}
