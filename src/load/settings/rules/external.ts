import { BUILT_IN_KINDS, isBuiltIn, isNamespaced } from '../../../knowledge/kubernetes/kinds';
import type { ExternalObject } from '../../../model/environment';
import { describeIdentity, identityKey } from '../../../model/identity';
import { byCodeUnit } from '../../../model/order';
import { didYouMean } from '../../../model/suggest';
import { repeats, type Say } from './rule';

const KINDS = [...BUILT_IN_KINDS.keys()].map((key) => {
  const slash = key.lastIndexOf('/');
  return { group: key.slice(0, slash), kind: key.slice(slash + 1) };
});
const GROUPS: ReadonlySet<string> = new Set(KINDS.map(({ group }) => group));

/** Objects declared to exist elsewhere must be such as a cluster can have, or no reference would ever find them. */
export function externalProblems(external: readonly ExternalObject[], say: Say): void {
  for (const [index, object] of external.entries()) {
    const { group, kind, name, namespace, keys } = object;
    if (GROUPS.has(group) && !isBuiltIn(group, kind)) {
      unknownKind(object, index, say);
      continue;
    }
    const namespaced = isNamespaced(group, kind, new Map());
    if (namespaced === true && namespace === undefined) {
      say(['external', index], `${kind} ${name} lives in a namespace and names none.`, 'add `namespace`.');
    }
    if (namespaced === false && namespace !== undefined) {
      say(['external', index, 'namespace'], `${kind} ${name} lives in no namespace.`, 'remove `namespace`.');
    }
    if (keys !== undefined && kind !== 'Secret' && kind !== 'ConfigMap') {
      say(
        ['external', index, 'keys'],
        `only a Secret or a ConfigMap has keys, and this is a ${kind}.`,
        'remove `keys`.',
      );
    }
  }
  repeats(external, identityKey, (object, index) =>
    say(['external', index], `${describeIdentity(object)} is already in the list.`, 'remove one of the two.'),
  );
}

/** A group of Kubernetes itself has the kinds that it has. */
function unknownKind({ group, kind }: ExternalObject, index: number, say: Say): void {
  const where = group === '' ? 'the core group' : `group ${group}`;
  const elsewhere = KINDS.filter((known) => known.kind === kind).map((known) => known.group);
  if (elsewhere.length > 0) {
    const [wanted] = elsewhere.sort(byCodeUnit);
    const fix = wanted === '' ? 'remove `group`.' : `write group: ${wanted}.`;
    const shown = wanted === '' ? 'the core group' : wanted;
    say(['external', index], `${where} has no kind ${kind}; it is served by ${shown}.`, fix);
    return;
  }
  const kinds = KINDS.filter((known) => known.group === group).map((known) => known.kind);
  const message = `${where} has no kind ${kind}.${didYouMean(kind, kinds)}`;
  say(['external', index, 'kind'], message, 'correct the kind, or add the `group` of a custom one.');
}
