import { mayGiveGroup } from '../../../knowledge/aws/identity-providers';
import { isSystemGroup } from '../../../knowledge/kubernetes/system-groups';
import { type AskedEntry, accessEntryOf } from '../../../model/access-entries';
import type { EksEnvironment } from '../../../model/environment';
import { type FieldPath, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { Tell, WholeRule } from '../../engine/rule';
import { isAwsAuth, mappedPrincipals } from '../../reads/aws-auth';
import { otherClusters } from '../../reads/other-clusters';

const RBAC = 'rbac.authorization.k8s.io';

export const noMissingAccessEntry: WholeRule = {
  id: 'eks/no-missing-access-entry',
  severity: 'warning',
  summary: 'Somebody is in the group that a binding names, and a binding names the group of an access entry.',
  why: 'A misspelt group is valid on both sides: the people log in, and every call is Forbidden. It speaks where the environment says which groups there are: by `identity.groups`, `identity.accessEntries` or `identity.awsAuth`, or by an access entry.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  ],
  checkAll({ objects, judged, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    const others = otherClusters(objects, environment);
    const entryOf = (object: RenderedObject) => {
      const entry = accessEntryOf(object);
      return entry === undefined || others.has(entry.input.clusterName) ? undefined : entry;
    };
    const entries = objects.flatMap((object) => entryOf(object) ?? []);
    const known = knownGroups(environment, entries, objects);
    const bound = boundGroups(objects);
    for (const object of judged) {
      if (known !== undefined) judgeBinding(object, known, environment, tellOf(object));
      const entry = entryOf(object);
      if (entry !== undefined) judgeEntry(entry, bound, tellOf(object));
    }
  },
};

/** Undefined where nobody says which groups there are. */
function knownGroups(
  environment: EksEnvironment,
  entries: readonly AskedEntry[],
  objects: readonly RenderedObject[],
): ReadonlySet<string> | undefined {
  const { groups: said, accessEntries = [], awsAuth = [] } = environment.identity;
  const mapped = objects.filter(isAwsAuth).flatMap(mappedGroups);
  const described = [...accessEntries, ...awsAuth].flatMap(({ groups }) => groups);
  const given = [...entries.flatMap(({ input }) => input.kubernetesGroups ?? []), ...mapped, ...described];
  return said === undefined && given.length === 0 ? undefined : new Set([...(said ?? []), ...given]);
}

/** The groups of people that an aws-auth gives. */
function mappedGroups(object: RenderedObject): readonly string[] {
  const principals = (['mapRoles', 'mapUsers'] as const).flatMap((key) => mappedPrincipals(object, key) ?? []);
  return principals.flatMap(({ groups }) => groups.filter((group) => !isSystemGroup(group)));
}

function boundGroups(objects: readonly RenderedObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap((object) => groupsOf(object).map(({ group }) => group)));
}

interface NamedGroup {
  readonly group: string;
  readonly path: FieldPath;
}

/** The groups that a binding names. */
function groupsOf(object: RenderedObject): readonly NamedGroup[] {
  if (object.group !== RBAC || !object.kind.endsWith('Binding')) return [];
  return listAt(object.value, 'subjects').flatMap((subject, i) => {
    const group = textAt(subject, 'name');
    if (textAt(subject, 'kind') !== 'Group' || group === undefined) return [];
    return [{ group, path: ['subjects', i, 'name'] }];
  });
}

function judgeBinding(
  object: RenderedObject,
  known: ReadonlySet<string>,
  { identity: { identityProviders = [] } }: EksEnvironment,
  tell: Tell,
): void {
  for (const { group, path } of groupsOf(object)) {
    if (known.has(group) || isSystemGroup(group)) continue;
    // Only the provider knows which groups its people are in.
    if (identityProviders.some((one) => mayGiveGroup(one, group))) continue;
    tell({
      path,
      found: group,
      what: `it gives rights to the group "${group}", which no access entry and no setting gives to anybody: the people who should have them are Forbidden.${didYouMean(group, known)}`,
      fix: 'render an AccessEntry with this group, or list it under identity.groups in environment.yaml where it comes from elsewhere.',
    });
  }
}

function judgeEntry({ asker, madeBy, input }: AskedEntry, bound: ReadonlySet<string>, tell: Tell): void {
  const { kubernetesGroups = [] } = input;
  kubernetesGroups.forEach((group, i) => {
    if (bound.has(group)) return;
    tell({
      path: madeBy === 'ack' ? ['spec', 'kubernetesGroups', i] : [],
      found: group,
      what: `it puts the principal into the group "${group}", which no binding of this environment names: the group gives no rights.${didYouMean(group, bound)}`,
      fix: `name the group in a binding, such as TeamRbac’s subjects, or leave it out of ${asker.kind} ${asker.name}.`,
    });
  });
}
