import { at, type JsonObject, listAt, textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import { didYouMean } from '../../../model/suggest';
import { matchesSelector } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';

export const noMissingPolicyPort: ObjectRule = {
  id: 'k8s/no-missing-policy-port',
  severity: 'warning',
  summary: 'A port that a NetworkPolicy opens by name is one of the Pods that it selects.',
  why: 'A name that no selected Pod has opens nothing, and no side says so: callers time out, as if the rule were not there.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  check(object, { index }, tell) {
    const selector = at(object.value, 'spec', 'podSelector');
    const pods = index.templatesIn(object.namespace ?? '').filter(({ labels }) => matchesSelector(selector, labels));
    // Of Pods that are not rendered here nobody knows.
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
        });
      });
    });
  },
};

function portNamesOf(container: JsonObject): readonly string[] {
  return listAt(container, 'ports').flatMap((one) => textAt(one, 'name') ?? []);
}
