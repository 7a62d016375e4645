import { BUILT_IN_KINDS } from '../../../knowledge/kubernetes/kinds';
import { ADD_ONS_PROJECT, ROOT } from '../../../model/delivery-name';
import type { GitOps } from '../../../model/gitops';
import { matchesPattern, type Owner } from '../../../model/owner';
import { didYouMean } from '../../../model/suggest';
import type { Path } from '../plain-data';
import type { Settings } from '../schema';
import { repeats, type Say } from './rule';

/** Kind → whether it lives in a namespace. No two groups of Kubernetes share a kind's name but for aliases. */
const KINDS: ReadonlyMap<string, boolean> = new Map(
  [...BUILT_IN_KINDS].map(([key, namespaced]) => [key.slice(key.lastIndexOf('/') + 1), namespaced]),
);

/** Cluster-scoped kinds are spelt as the rest of the tool looks them up: `Kind`, or `Kind.group` where custom. */
export function ownerProblems(
  owners: Readonly<Record<string, Omit<Owner, 'name'>>>,
  settings: Pick<Settings, 'gitops'>,
  say: Say,
): void {
  const hasAddOns = Object.values(owners).some(({ addOns = [] }) => addOns.length > 0);
  for (const [owner, declared] of Object.entries(owners)) {
    const { clusterKinds, namespaces, applicationNamespaces = [] } = declared;
    if (owner === ROOT && settings.gitops !== undefined) {
      const message = 'an owner called root would take the name of the project that the root Application has.';
      say(['owners', owner], message, 'rename the owner.', 'key');
    }
    if (owner === ADD_ONS_PROJECT && settings.gitops !== undefined && hasAddOns) {
      const message = 'an owner called add-ons would take the name of the project that add-ons stand in.';
      say(['owners', owner], message, 'rename the owner.', 'key');
    }
    addOnsOfOwner(owner, declared, say);
    for (const [index, kind] of clusterKinds.entries())
      clusterKindFits(kind, ['owners', owner, 'clusterKinds', index], say);
    repeats(
      clusterKinds,
      (kind) => kind,
      (kind, index) => say(['owners', owner, 'clusterKinds', index], `${kind} is already in the list.`, 'remove one.'),
    );
    for (const [index, namespace] of applicationNamespaces.entries()) {
      const wrong = wrongApplicationNamespace(namespace, { owner, namespaces, gitops: settings.gitops });
      if (wrong !== undefined) say(['owners', owner, 'applicationNamespaces', index], wrong.message, wrong.fix);
    }
  }
}

/** Who makes an Application in Argo CD's namespace may use any project. */
function addOnsOfOwner(owner: string, { platform, addOns = [] }: Omit<Owner, 'name'>, say: Say): void {
  if (!platform && addOns.length > 0) {
    const message = `${owner} has no platform: true, and an add-on makes ClusterRoles, webhooks and definitions of kinds for everybody.`;
    say(['owners', owner, 'addOns'], message, 'give the add-ons to the owner with platform: true.');
  }
  repeats(
    addOns,
    (name) => name,
    (name, index) => say(['owners', owner, 'addOns', index], `${name} is already in the list.`, 'remove one.'),
  );
}

interface Home {
  readonly owner: string;
  readonly namespaces: readonly string[];
  readonly gitops: GitOps | undefined;
}

/** Where an owner may keep Applications: in a namespace of its own, and with the EKS capability in Argo CD's alone. */
function wrongApplicationNamespace(
  namespace: string,
  { owner, namespaces, gitops }: Home,
): { readonly message: string; readonly fix: string } | undefined {
  if (!namespaces.some((pattern) => matchesPattern(pattern, namespace))) {
    const message = `${namespace} is not one of ${owner}’s namespaces (${namespaces.join(', ') || 'none'}). Anyone who can write an Application there would sync with ${owner}’s permissions.`;
    return { message, fix: `add ${namespace} to namespaces, or remove it here.` };
  }
  if (gitops?.flavour !== 'eks-capability' || namespace === gitops.namespace) return undefined;
  const message = `the EKS capability for Argo CD reads Applications in its own namespace (${gitops.namespace}) alone, so those of ${owner} in ${namespace} would never sync.`;
  return { message, fix: `set applicationNamespaces: [] for ${owner} in this environment.` };
}

function clusterKindFits(text: string, path: Path, say: Say): void {
  const dot = text.indexOf('.');
  const kind = dot < 0 ? text : text.slice(0, dot);
  const group = dot < 0 ? undefined : text.slice(dot + 1);
  if (group !== undefined && BUILT_IN_KINDS.has(`${group}/${kind}`)) {
    say(path, `${kind} is a kind of Kubernetes itself, which is named without its group.`, `write ${kind}.`);
  } else if (group !== undefined) {
    if (/^[A-Z][A-Za-z0-9]*$/.test(kind) && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(group)) return;
    say(
      path,
      `"${text}" is not in the form \`Kind.group\`.`,
      'write it as IngressClassParams.elbv2.k8s.aws is written.',
    );
  } else if (KINDS.get(kind) === true) {
    say(path, `${kind} lives in a namespace; this list is of cluster-scoped kinds.`, 'remove it.');
  } else if (!KINDS.has(kind)) {
    const known = [...KINDS].filter(([, namespaced]) => !namespaced).map(([name]) => name);
    const message = `Kubernetes has no cluster-scoped kind ${kind}.${didYouMean(kind, known)}`;
    say(path, message, 'correct the kind, or write `Kind.group` for a custom one.');
  }
}
