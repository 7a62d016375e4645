import { BUILT_IN_KINDS } from '../../src/knowledge/kubernetes/kinds';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** Resource in the plural → the groups that serve it, of Kubernetes' own kinds. */
const GROUPS = new Map<string, Set<string>>();
/** Kind in lower case → its resource. */
const PLURALS = new Map<string, string>();
/** Resources whose objects belong to no namespace. */
const CLUSTER_WIDE = new Set<string>();
for (const [key, isNamespaced] of BUILT_IN_KINDS) {
  const [group = '', kind = ''] = key.split('/');
  const resource = plural(kind.toLowerCase());
  GROUPS.set(resource, (GROUPS.get(resource) ?? new Set()).add(group));
  PLURALS.set(kind.toLowerCase(), resource);
  if (!isNamespaced) CLUSTER_WIDE.add(resource);
}

/** The groups that serve a resource; none where Kubernetes has no such resource. */
export function groupsServing(resource: string): readonly string[] {
  return [...(GROUPS.get(resource) ?? [])];
}

/** All resources of Kubernetes. */
export function resourceNames(): readonly string[] {
  return [...GROUPS.keys()];
}

/** Whether rights on it hold on the whole cluster only. A Namespace is asked for inside itself. */
export function isOfNoNamespace(resource: string): boolean {
  return resource !== 'namespaces' && CLUSTER_WIDE.has(resource.replace(/\/.*/s, ''));
}

function plural(kind: string): string {
  if (kind === 'endpoints') return kind;
  if (/(s|x|ch)$/.test(kind)) return `${kind}es`;
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

const VERBS =
  'get list watch create update patch delete deletecollection use bind escalate impersonate approve sign'.split(' ');

/** The name of a resource that was written otherwise; undefined where it is not known. */
function spellingOf(resource: string): string | undefined {
  if (GROUPS.has(resource)) return resource;
  const lower = resource.toLowerCase();
  return PLURALS.get(lower) ?? (GROUPS.has(lower) ? lower : undefined);
}

/**
 * Refuses words that grant nothing: the server takes any text as a group, a resource or a verb. Resources of custom
 * kinds are not known here and pass.
 */
export function rbacWordProblems(
  grant: {
    readonly apiGroups?: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
  },
  problems: Problems,
): void {
  const groups = grant.apiGroups ?? [''];
  for (const [name, list] of Object.entries({ apiGroups: groups, resources: grant.resources, verbs: grant.verbs }))
    problems.unless(list.length > 0, `a grant has no ${name}, so it grants nothing.`, 'name at least one.');
  for (const text of grant.resources) {
    const resource = text.replace(/\/.*/s, '');
    const wanted = spellingOf(resource);
    problems.unless(
      wanted === undefined || wanted === resource,
      `a grant names "${resource}", which is not a resource: it grants nothing.`,
      `write ${wanted}.`,
    );
    const serving = GROUPS.get(resource);
    if (serving === undefined || groups.includes('*')) continue;
    problems.unless(
      groups.some((group) => serving.has(group)),
      `a grant names ${resource} of ${groups.map(groupText).join(' and ')}, but it is served by ${[...serving].map(groupText).join(' and ')}: it grants nothing.`,
      `give apiGroups: ['${[...serving][0]}'].`,
    );
  }
  for (const verb of grant.verbs) {
    const hint = VERBS.includes(verb) ? '' : didYouMean(verb, VERBS);
    problems.unless(hint === '', `a grant names the verb "${verb}", which grants nothing.${hint}`, 'correct it.');
  }
}

function groupText(group: string): string {
  return group === '' ? 'the core group' : `group ${group}`;
}
