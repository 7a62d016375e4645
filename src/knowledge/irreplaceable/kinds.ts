import { kindInPath } from '../argocd/output-paths';
import { OF_AWS } from './aws';
import { OF_CROSSPLANE } from './crossplane';
import { OF_KUBERNETES } from './kubernetes';
import { OF_OPERATORS } from './operators';
import type { IrreplaceableKind } from './row';

/** The deletion brake, `diff` and the confirmations of Argo CD all walk this list. */
export const IRREPLACEABLE_KINDS: readonly IrreplaceableKind[] = [
  ...OF_KUBERNETES,
  ...OF_AWS,
  ...OF_CROSSPLANE,
  ...OF_OPERATORS,
];

const BY_PATH: ReadonlyMap<string, IrreplaceableKind> = new Map(
  IRREPLACEABLE_KINDS.map((row) => [kindInPath(row.group, row.kind), row] as const),
);

/**
 * The row of a kind. The caller compares `when` with the object.
 * @param kind as a path of the output spells it: `statefulset`, `cluster.eks.services.k8s.aws`
 * @param protect kinds that the settings add: `postgresql.cnpg.io/Cluster`, `ConfigMap`
 */
export function irreplaceableKind(kind: string, protect: readonly string[] = []): IrreplaceableKind | undefined {
  const row = BY_PATH.get(kind);
  // A row with `when` means some objects of the kind; the settings may mean all of them.
  return row === undefined || row.when !== undefined ? (protectedKinds(protect).get(kind) ?? row) : row;
}

const NONE: ReadonlyMap<string, IrreplaceableKind> = new Map();
const known = new WeakMap<readonly string[], ReadonlyMap<string, IrreplaceableKind>>();

/** The lists come from settings, which are frozen, so each list's map is kept. */
function protectedKinds(protect: readonly string[]): ReadonlyMap<string, IrreplaceableKind> {
  if (protect.length === 0) return NONE;
  const found = known.get(protect) ?? new Map(protect.map(rowOf));
  known.set(protect, found);
  return found;
}

function rowOf(text: string): readonly [string, IrreplaceableKind] {
  const { group, kind } = splitKind(text);
  const lost = `what it holds: \`gitops.protect\` names its kind, ${text}`;
  return [kindInPath(group, kind), { group, kind, holds: 'data', lost, source: '' }];
}

/** `postgresql.cnpg.io/Cluster` → its group and kind; a text without a slash is a kind of the core group. */
export function splitKind(text: string): { readonly group: string; readonly kind: string } {
  const slash = text.lastIndexOf('/');
  return { group: text.slice(0, Math.max(slash, 0)), kind: text.slice(slash + 1) };
}
