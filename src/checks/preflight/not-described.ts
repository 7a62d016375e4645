import { accessEntryOf } from '../../model/access-entries';
import { associationOf } from '../../model/associations';
import { describeAccessEntries, describeAssociations, describeNodeEntries } from '../../model/cluster/describe-access';
import type { AccessEntryFacts } from '../../model/facts';
import { listed } from '../../model/lists';
import { byCodeUnit } from '../../model/order';
import { podIdentity } from './identity';
import { type Judged, type PreflightCheck, type PreflightContext, settingsOf, warning } from './preflight-check';

export const notDescribed: PreflightCheck = {
  id: 'not-described',
  asks: 'The cluster has no add-on, capability, access entry or association that neither the settings nor an object names.',
  needs: [],
  fine: 'the settings and the objects name what the facts show.',
  judge(context) {
    const { environment, facts } = context;
    const names = (
      live: readonly { readonly name: string }[] | undefined,
      said: readonly { readonly name: string }[],
    ) => (live ?? []).filter(({ name }) => !said.some((one) => one.name === name)).map(({ name }) => name);
    return [
      ...told(context, 'addOns', 'add-ons', names(facts.addOns, environment.addOns)),
      ...told(context, 'capabilities', 'capabilities', names(facts.capabilities, environment.capabilities)),
      ...told(context, 'identity.accessEntries', 'access entries', entries(context)),
      ...told(context, 'identity.podIdentityAssociations', 'Pod Identity associations', associations(context)),
    ];
  },
};

function told(
  { environment }: PreflightContext,
  setting: string,
  what: string,
  found: readonly string[],
): readonly Judged[] {
  if (found.length === 0) return [];
  const message = `not described: the cluster has ${listed([...found].sort(byCodeUnit))}, which neither the settings nor an object names. A cluster made of the settings would not have them.`;
  return [warning(what, message, `list them under ${setting} in ${settingsOf(environment)}, or remove them.`)];
}

const CLUSTER_ADMIN = ':cluster-access-policy/AmazonEKSClusterAdminPolicy';

/** Entries of people and tools. EKS makes those of nodes, of its own roles and of capabilities by itself. */
function entries({ environment, facts, objects }: PreflightContext): readonly string[] {
  const said = new Set([
    ...describeAccessEntries(environment).map(({ principalArn }) => principalArn),
    ...describeNodeEntries(environment).map(({ principalArn }) => principalArn),
    ...objects.flatMap((object) => accessEntryOf(object)?.input.principalArn ?? []),
    ...(facts.capabilities ?? []).flatMap(({ roleArn }) => roleArn ?? []),
  ]);
  const others = (facts.accessEntries ?? []).filter(
    ({ principalArn, type = 'STANDARD' }) =>
      type === 'STANDARD' && !said.has(principalArn) && !principalArn.includes(':role/aws-service-role/'),
  );
  // Who made the cluster is in no settings.
  const admins = others.filter(isClusterAdmin);
  const creator = environment.controlPlane.creatorIsAdmin && admins.length === 1 ? admins[0] : undefined;
  return others.filter((one) => one !== creator).map(({ principalArn }) => principalArn);
}

function isClusterAdmin({ kubernetesGroups = [], accessPolicies = [] }: AccessEntryFacts): boolean {
  const [policy] = accessPolicies;
  return (
    kubernetesGroups.length === 0 &&
    accessPolicies.length === 1 &&
    policy?.scope !== 'namespace' &&
    policy?.policyArn.endsWith(CLUSTER_ADMIN) === true
  );
}

/** EKS keeps those of add-ons by itself; what `pod-identity` tells as a problem is not told twice. */
function associations(context: PreflightContext): readonly string[] {
  const { environment, facts, objects } = context;
  const asked = objects.flatMap((object) => associationOf(object) ?? []);
  const said = new Set([...describeAssociations(environment), ...asked].map(keyOf));
  const judged = new Set(podIdentity.judge(context).map(({ subject }) => subject));
  return (facts.podIdentityAssociations ?? [])
    .filter((one) => one.ownerArn === undefined && !said.has(keyOf(one)))
    .map(keyOf)
    .filter((key) => !judged.has(`ServiceAccount ${key}`));
}

function keyOf({ namespace, serviceAccount }: { readonly namespace: string; readonly serviceAccount: string }): string {
  return `${namespace}/${serviceAccount}`;
}
