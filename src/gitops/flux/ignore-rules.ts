import type { IgnoredFields } from '../../model/ignored-fields';
import type { JsonObject } from '../../model/json';

/**
 * Fields that others write, as a Kustomization has them: Flux neither undoes nor replaces them. Kinds, groups and names are
 * regular expressions there, which Flux anchors at both ends. They came with kustomize-controller 1.9.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#ignore-rules
 */
export function ignoreRules(ignored: readonly IgnoredFields[]): readonly JsonObject[] {
  return ignored.flatMap(({ jsonPointers = [], ...target }) =>
    jsonPointers.length === 0 ? [] : [{ paths: [...jsonPointers], target: selectorOf(target) }],
  );
}

function selectorOf({ group, kind, name, namespace }: IgnoredFields): JsonObject {
  return {
    group: group === undefined ? CORE_GROUP : pattern(group),
    kind: pattern(kind),
    ...(name === undefined ? {} : { name: pattern(name) }),
    ...(namespace === undefined ? {} : { namespace: pattern(namespace) }),
  };
}

/** An empty text would mean any group. */
const CORE_GROUP = '^$';

/** `*` of the settings stands for any characters; all else is meant as it is written. */
function pattern(text: string): string {
  return text.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*');
}
