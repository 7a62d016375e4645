import type { Environment } from '../../model/environment';
import { describeIdentity } from '../../model/identity';
import type { RenderedObject } from '../../model/rendered-object';
import type { Report, Rule } from '../rule';

interface ForeignValue {
  readonly value: string;
  readonly what: string;
  readonly owner: string;
}

/** A value of exactly one environment in the output of another: production reads staging's secrets, or the reverse. */
export const banForeignValue: Rule = {
  id: 'eks/ban-foreign-value',
  severity: 'error',
  summary: 'No object holds an account, network, file system, key, domain or cluster of another environment.',
  see: 'environments/*/environment.yaml',
  check({ judged, environment, environments }, report) {
    const foreign = foreignValues(environment, environments);
    if (foreign.length === 0) return;
    // One expression over all values decides for almost every string that there is nothing to look at.
    const any = new RegExp(foreign.map(({ value }) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
    for (const object of judged) scan(object.value, [], object, foreign, any, report);
  },
};

function scan(
  value: unknown,
  path: (string | number)[],
  object: RenderedObject,
  foreign: readonly ForeignValue[],
  any: RegExp,
  report: Report,
): void {
  if (typeof value === 'string') {
    if (value.length < 4 || !any.test(value)) return;
    for (const one of foreign) {
      if (!includesWord(value, one.value)) continue;
      report({
        object,
        path: [...path],
        found: one.value,
        message: `${describeIdentity(object)} holds ${one.value}, the ${one.what} of environment ${one.owner}.`,
        fix: 'take the value from Environment.of(scope), so that each environment gets its own.',
      });
    }
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      path.push(index);
      scan(item, path, object, foreign, any, report);
      path.pop();
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      path.push(key);
      scan((value as Record<string, unknown>)[key], path, object, foreign, any, report);
      path.pop();
    }
  }
}

/** Not as a part of a longer word: `prod` inside `product` is nothing. */
function includesWord(text: string, value: string): boolean {
  for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + 1)) {
    const before = text[from - 1] ?? ' ';
    const after = text[from + value.length] ?? ' ';
    if (!/[A-Za-z0-9-]/.test(before) && !/[A-Za-z0-9-]/.test(after)) return true;
  }
  return false;
}

/** Values that exactly one environment has, and it is not this one. */
function foreignValues(environment: Environment, all: readonly Environment[]): readonly ForeignValue[] {
  const owners = new Map<string, { what: string; names: Set<string> }>();
  for (const one of all) {
    for (const [value, what] of valuesOf(one)) {
      const entry = owners.get(value) ?? { what, names: new Set<string>() };
      entry.names.add(one.name);
      owners.set(value, entry);
    }
  }
  return [...owners].flatMap(([value, { what, names }]) => {
    const [owner] = names;
    return names.size === 1 && owner !== undefined && owner !== environment.name ? [{ value, what, owner }] : [];
  });
}

function valuesOf(environment: Environment): readonly (readonly [string, string])[] {
  const shared: (readonly [string, string])[] = [[environment.domain, 'domain']];
  if (environment.platform !== 'eks') return shared;
  const { network, storage, identity } = environment;
  return [
    ...shared,
    [environment.accountId, 'account'],
    [environment.clusterName, 'cluster'],
    [network.vpcId, 'VPC'],
    ...[...network.subnets.public, ...network.subnets.private].map(({ id }) => [id, 'subnet'] as const),
    ...environment.certificates.map(({ arn }) => [arn, 'certificate'] as const),
    ...Object.values(storage.efsFileSystems).map((id) => [id, 'EFS file system'] as const),
    ...Object.values(storage.kmsKeys).map((arn) => [arn, 'KMS key'] as const),
    ...Object.values(identity.iamRoles).map((role) => [role, 'IAM role'] as const),
    ...(identity.oidcIssuer === undefined ? [] : [[identity.oidcIssuer, 'OIDC issuer'] as const]),
    ...Object.values(environment.values)
      .filter((value) => value.length >= 8)
      .map((value) => [value, 'value'] as const),
  ];
}
