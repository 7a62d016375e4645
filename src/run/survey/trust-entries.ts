import type { EksEnvironment, Environment } from '../../model/environment';
import { mapAt, textAt } from '../../model/json';
import { by } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';

/** What one IAM role must trust so that the rendered ServiceAccounts can assume it. */
export interface TrustEntry {
  readonly environment: string;
  readonly roleArn: string;
  /** `system:serviceaccount:<namespace>:<name>`, sorted. */
  readonly subjects: readonly string[];
  /** The policy document; absent while the cluster's issuer is unknown. */
  readonly policy?: object;
  /** What has to be known for the policy, and how to say it; absent where it is there. */
  readonly missing?: { readonly what: string; readonly fix: string };
}

const ROLE = 'eks.amazonaws.com/role-arn';

/** One entry per role, from the ServiceAccounts that are rendered. */
export function trustOf(environment: Environment, objects: readonly RenderedObject[]): readonly TrustEntry[] {
  if (environment.platform !== 'eks') return [];
  const roles = new Map<string, string[]>();
  for (const object of objects) {
    if (object.kind !== 'ServiceAccount' || object.group !== '') continue;
    const role = textAt(mapAt(object.value, 'metadata', 'annotations'), ROLE);
    if (role === undefined) continue;
    roles.set(role, [...(roles.get(role) ?? []), `system:serviceaccount:${object.namespace}:${object.name}`]);
  }
  const issuer = environment.identity.oidcIssuer ?? environment.facts?.cluster.oidcIssuer;
  return [...roles]
    .map(([roleArn, subjects]) => {
      const sorted = subjects.sort();
      const policy =
        issuer === undefined
          ? { missing: missingIssuer(environment.name) }
          : { policy: policyOf(environment, issuer, sorted) };
      return { environment: environment.name, roleArn, subjects: sorted, ...policy };
    })
    .sort(by((entry) => entry.roleArn));
}

function missingIssuer(environment: string): NonNullable<TrustEntry['missing']> {
  return {
    what: 'the cluster’s OIDC issuer',
    fix: `run \`cdk8s-eks facts refresh ${environment}\`, or set identity.oidcIssuer in environments/${environment}/environment.yaml`,
  };
}

/**
 * The condition keys name the issuer without `https://`; an exact match, since `*` under StringEquals matches nothing.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
function policyOf(environment: EksEnvironment, issuer: string, subjects: readonly string[]): object {
  const { partition, accountId } = environment;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${issuer}:sub`]: subjects.length === 1 ? subjects[0] : subjects,
            [`${issuer}:aud`]: 'sts.amazonaws.com',
          },
        },
      },
    ],
  };
}
