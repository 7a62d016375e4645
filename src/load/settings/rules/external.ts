import { isNamespaced } from '../../../knowledge/kubernetes/kinds';
import type { ExternalObject } from '../../../model/environment';
import { describeIdentity, identityKey } from '../../../model/identity';
import { type UnknownKind, unknownKind } from './built-in-kind';
import { repeats, type Say } from './rule';

/** Objects declared to exist elsewhere must be such as a cluster can have, or no reference would ever find them. */
export function externalProblems(external: readonly ExternalObject[], say: Say): void {
  for (const [index, object] of external.entries()) {
    const { group, kind, name, namespace, keys } = object;
    const unknown = unknownKind(group, kind);
    if (unknown !== undefined) {
      sayUnknown(unknown, index, say);
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

function sayUnknown({ message, group }: UnknownKind, index: number, say: Say): void {
  if (group === undefined)
    say(['external', index, 'kind'], message, 'correct the kind, or add the `group` of a custom one.');
  else say(['external', index], message, group === '' ? 'remove `group`.' : `write group: ${group}.`);
}
