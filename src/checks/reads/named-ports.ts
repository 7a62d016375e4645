import { at, type JsonObject, listAt, textAt } from '../../model/json';
import { containersOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { didYouMean } from '../../model/suggest';
import { matchesSelector, type ObjectIndex } from '../engine/object-index';
import type { Tell } from '../engine/rule';

/** A name that no selected Pod has opens nothing. Of Pods that are not rendered here nobody knows. */
export function judgeNamedPorts(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const selector = at(object.value, 'spec', 'podSelector');
  const pods = index.templatesIn(object.namespace ?? '').filter(({ labels }) => matchesSelector(selector, labels));
  if (pods.length === 0) return;
  const names = new Set(pods.flatMap((pod) => containersOf(pod).flatMap(({ container }) => portNamesOf(container))));
  listAt(object.value, 'spec', 'ingress').forEach((rule, r) => {
    listAt(rule, 'ports').forEach((one, i) => {
      const name = textAt(one, 'port');
      if (name === undefined || names.has(name)) return;
      tell({
        path: ['spec', 'ingress', r, 'ports', i, 'port'],
        found: name,
        what: `none of the Pods that it selects has a port called "${name}", so this rule opens nothing, and no side says so.${didYouMean(name, [...names])}`,
        fix: 'use the name or the number of a container port of these Pods.',
        severity: 'warning',
      });
    });
  });
}

function portNamesOf(container: JsonObject): readonly string[] {
  return listAt(container, 'ports').flatMap((one) => textAt(one, 'name') ?? []);
}
