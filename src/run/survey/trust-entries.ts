import { IRSA } from '../../knowledge/aws/irsa';
import type { Association } from '../../knowledge/aws/pod-identity';
import { type AskedAssociation, associationOf } from '../../model/associations';
import type { EksEnvironment, Environment } from '../../model/environment';
import { mapAt, textAt } from '../../model/json';
import { by, byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { accessEntries, type TrustedEntry } from './trust-access';
import { type OperatorTrust, operatorTrust } from './trust-keda';
import { chainPolicy, irsaPolicy, podIdentityPolicy, targetPolicy } from './trust-policies';

/** What one IAM role must trust so that the rendered ServiceAccounts can assume it, or how it gets into the cluster. */
export interface TrustEntry {
  readonly environment: string;
  /** The role; of an access entry it may be a user. Absent where nobody here knows it. */
  readonly roleArn?: string;
  /** How Pods come by the role: `target` is what a role of Pod Identity is exchanged for. By `accessEntry`, it gets in itself. */
  readonly mechanism: 'irsa' | 'podIdentity' | 'target' | 'accessEntry';
  /** `system:serviceaccount:<namespace>:<name>`, sorted; none for an access entry. */
  readonly subjects: readonly string[];
  /** The policy document; absent while the cluster's issuer is unknown. */
  readonly policy?: object;
  /** What the role must be allowed so that it can be exchanged for its targets. */
  readonly permissions?: object;
  /** Associations of the role, as EKS's CreatePodIdentityAssociation takes them. */
  readonly associations?: readonly TrustedAssociation[];
  /** Access entries of the role, with the calls that make them. */
  readonly accessEntries?: readonly TrustedEntry[];
  /** What has to be known for the policy, and how to say it; absent where it is there. */
  readonly missing?: { readonly what: string; readonly fix: string };
}

/** Who makes an association: ACK of a rendered object, or somebody outside the cluster. */
export interface TrustedAssociation {
  readonly madeBy: AskedAssociation['madeBy'];
  readonly input: Association;
}

/** One entry per role and mechanism, from the ServiceAccounts and associations that are rendered. */
export function trustOf(environment: Environment, objects: readonly RenderedObject[]): readonly TrustEntry[] {
  if (environment.platform !== 'eks') return [];
  const operator = operatorTrust(environment, objects);
  const entries: readonly TrustEntry[] = [
    ...irsaEntries(environment, objects, operator),
    ...podIdentityEntries(environment, objects, operator),
    ...unknownRole(environment, operator),
    ...accessEntries(environment, objects),
  ];
  return [...entries].sort(
    by(
      ({ roleArn = '' }) => roleArn,
      ({ mechanism }) => mechanism,
    ),
  );
}

function irsaEntries(
  environment: EksEnvironment,
  objects: readonly RenderedObject[],
  operator: OperatorTrust | undefined,
): readonly TrustEntry[] {
  const roles = new Map<string, string[]>();
  if (operator?.roleArn !== undefined) roles.set(operator.roleArn, [...subjectsOf([operator])]);
  for (const object of objects) {
    if (object.kind !== 'ServiceAccount' || object.group !== '') continue;
    const role = textAt(mapAt(object.value, 'metadata', 'annotations'), IRSA.role);
    if (role === undefined) continue;
    roles.set(role, [...(roles.get(role) ?? []), subjectOf(object.namespace ?? '', object.name)]);
  }
  const issuer = environment.identity.oidcIssuer ?? environment.facts?.cluster.oidcIssuer;
  return [...roles].map(([roleArn, found]) => {
    const subjects = found.sort(byCodeUnit);
    const policy =
      issuer === undefined
        ? { missing: missingIssuer(environment.name) }
        : { policy: irsaPolicy(environment, issuer, roleArn, subjects) };
    return { environment: environment.name, roleArn, mechanism: 'irsa', subjects, ...policy };
  });
}

/** KEDA’s operator where neither its chart nor an association says which role it has. */
function unknownRole(environment: EksEnvironment, operator: OperatorTrust | undefined): readonly TrustEntry[] {
  if (operator === undefined || operator.roleArn !== undefined || operator.association !== undefined) return [];
  const { namespace, serviceAccount, asker } = operator;
  const { name, identity } = environment;
  return [
    {
      environment: name,
      mechanism: identity.mode,
      subjects: subjectsOf([operator]),
      missing: {
        what: `the role of KEDA’s operator, as which ${asker} asks AWS`,
        fix: `give KedaAddOn an iamRole, or add an association for ${namespace}/${serviceAccount} to identity.podIdentityAssociations in environments/${name}/environment.yaml`,
      },
    },
  ];
}

function podIdentityEntries(
  environment: EksEnvironment,
  objects: readonly RenderedObject[],
  operator: OperatorTrust | undefined,
): readonly TrustEntry[] {
  const ofObjects = objects.flatMap((object) => {
    const found = associationOf(object);
    if (found === undefined) return [];
    const { asker: _asker, ...association } = found;
    return [association];
  });
  const asked = [...ofObjects, ...(operator?.association === undefined ? [] : [operator.association])].sort(
    by(({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`),
  );
  const first = grouped(asked, ({ roleArn }) => roleArn).map(([roleArn, found]): TrustEntry => {
    const targets = [...new Set(found.flatMap(({ targetRoleArn = [] }) => targetRoleArn))].sort(byCodeUnit);
    return {
      environment: environment.name,
      roleArn,
      mechanism: 'podIdentity',
      subjects: subjectsOf(found),
      policy: podIdentityPolicy(environment, found),
      ...(targets.length === 0 ? {} : { permissions: chainPolicy(targets) }),
      associations: found.map(({ madeBy, ...input }) => ({ madeBy, input })),
    };
  });
  const chained = asked.filter(({ targetRoleArn }) => targetRoleArn !== undefined);
  const targets = grouped(chained, ({ targetRoleArn = '' }) => targetRoleArn).map(
    ([roleArn, found]): TrustEntry => ({
      environment: environment.name,
      roleArn,
      mechanism: 'target',
      subjects: subjectsOf(found),
      policy: targetPolicy(environment, found),
    }),
  );
  return [...first, ...targets];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  // A role that is made on the cluster too has an ARN that nobody here knows.
  return [...groups].filter(([key]) => key !== '');
}

function subjectsOf(associations: readonly Pick<Association, 'namespace' | 'serviceAccount'>[]): readonly string[] {
  return associations.map(({ namespace, serviceAccount }) => subjectOf(namespace, serviceAccount)).sort(byCodeUnit);
}

function subjectOf(namespace: string, name: string): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

function missingIssuer(environment: string): NonNullable<TrustEntry['missing']> {
  return {
    what: 'the cluster’s OIDC issuer',
    fix: `run \`cdk8s-eks facts refresh ${environment}\`, or set identity.oidcIssuer in environments/${environment}/environment.yaml`,
  };
}
