import { at, type JsonObject, listAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import { didYouMean } from '../../../model/suggest';
import { matchesSelector } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { egressTargets } from '../../reads/egress-targets';

export const noMissingPolicyPort: ObjectRule = {
  id: 'k8s/no-missing-policy-port',
  severity: 'warning',
  summary: 'A port that a NetworkPolicy opens by name is one of the Pods that are called.',
  why: 'A name that no called Pod has opens nothing, and no side says so: callers time out, as if the rule were not there.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  check(object, { index }, tell) {
    const selector = at(object.value, 'spec', 'podSelector');
    const namespace = object.namespace ?? '';
    const pods = index.templatesIn(namespace).filter(({ labels }) => matchesSelector(selector, labels));
    const tellOf = (
      direction: 'ingress' | 'egress',
      rule: unknown,
      r: number,
      names: ReadonlySet<string>,
      whose: string,
    ) =>
      listAt(rule, 'ports').forEach((one, i) => {
        const name = textAt(one, 'port');
        if (name === undefined || names.has(name)) return;
        tell({
          path: ['spec', direction, r, 'ports', i, 'port'],
          found: name,
          what: `${whose} a port called "${name}", so this rule opens nothing, and no side says so.${didYouMean(name, [...names])}`,
          fix: 'use the name or the number of a container port of these Pods.',
        });
      });
    // Of Pods that are not rendered here nobody knows.
    if (pods.length > 0)
      listAt(object.value, 'spec', 'ingress').forEach((rule, r) => {
        tellOf('ingress', rule, r, namesOf(pods), 'none of the Pods that it selects has');
      });
    listAt(object.value, 'spec', 'egress').forEach((rule, r) => {
      const called = egressTargets(listAt(rule, 'to'), namespace, index);
      if (called === 'addresses') tellOf('egress', rule, r, new Set(), 'it opens addresses, of which none has');
      else if (called !== undefined)
        tellOf('egress', rule, r, namesOf(called), 'none of the Pods that it may call has');
    });
  },
};

function namesOf(pods: readonly PodTemplate[]): ReadonlySet<string> {
  return new Set(pods.flatMap((pod) => containersOf(pod).flatMap(({ container }) => portNamesOf(container))));
}

function portNamesOf(container: JsonObject): readonly string[] {
  return listAt(container, 'ports').flatMap((one) => textAt(one, 'name') ?? []);
}
