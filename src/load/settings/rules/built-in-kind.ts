import { BUILT_IN_KINDS, isBuiltIn } from '../../../knowledge/kubernetes/kinds';
import { byCodeUnit } from '../../../model/order';
import { matchesPattern } from '../../../model/owner';
import { didYouMean } from '../../../model/suggest';

const KINDS = [...BUILT_IN_KINDS.keys()].map((key) => {
  const slash = key.lastIndexOf('/');
  return { group: key.slice(0, slash), kind: key.slice(slash + 1) };
});
const GROUPS: ReadonlySet<string> = new Set(KINDS.map(({ group }) => group));

/** Why a group of Kubernetes itself has no such kind. */
export interface UnknownKind {
  readonly message: string;
  /** The group that serves a kind of this name. */
  readonly group?: string;
}

/** A group of Kubernetes itself has the kinds that it has; of others nobody knows. */
export function unknownKind(group: string, kind: string): UnknownKind | undefined {
  if (!GROUPS.has(group) || isBuiltIn(group, kind)) return undefined;
  const matching = KINDS.filter((known) => matchesPattern(kind, known.kind));
  if (matching.some((known) => known.group === group)) return undefined;
  const where = group === '' ? 'the core group' : `group ${group}`;
  const [elsewhere] = matching.map((known) => known.group).sort(byCodeUnit);
  if (elsewhere !== undefined) {
    const shown = elsewhere === '' ? 'the core group' : elsewhere;
    return { message: `${where} has no kind ${kind}; it is served by ${shown}.`, group: elsewhere };
  }
  const kinds = KINDS.filter((known) => known.group === group).map((known) => known.kind);
  return { message: `${where} has no kind ${kind}.${didYouMean(kind, kinds)}` };
}
