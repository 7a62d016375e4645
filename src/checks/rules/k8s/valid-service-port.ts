import { describeIdentity } from '../../../model/identity';
import { at, type JsonValue, listAt, mapAt, numberAt, own, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { ObjectRule } from '../../engine/rule';

export const validServicePort: ObjectRule = {
  id: 'k8s/valid-service-port',
  severity: 'error',
  summary: 'A Service’s target port is one that every selected workload’s containers declare.',
  why: 'A target port that no selected container declares leads nowhere: connections are refused while the Service has endpoints. A port name that no container has yields no endpoints at all.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  kinds: ['Service'],
  check(object, { index }, tell) {
    const selector = mapAt(object.value, 'spec', 'selector');
    if (Object.keys(selector).length === 0) return;
    const templates = index.selected(object.namespace ?? '', selector);
    listAt(object.value, 'spec', 'ports').forEach((port, position) => {
      const target = at(port, 'targetPort') ?? at(port, 'port');
      for (const template of templates) {
        if (declares(template, target)) continue;
        const declared = portsOf(template);
        // Ports need not be declared to be reached by number; a name must be.
        if (typeof target === 'number' && declared.length === 0) continue;
        tell({
          path: ['spec', 'ports', position, 'targetPort'],
          found: String(target),
          wanted: declared
            .map(([name, number]) => (name === undefined ? String(number) : `${name} (${number})`))
            .join(', '),
          what: `it sends to port ${String(target)}, which no container of ${describeIdentity(template.owner)} declares. Connections are refused.`,
          fix:
            declared.length === 0
              ? 'declare the port in the container.'
              : `use one of: ${declared.map(([name, number]) => name ?? number).join(', ')}.`,
        });
      }
    });
  },
};

function declares(template: PodTemplate, target: JsonValue | undefined): boolean {
  for (const { container } of containersOf(template))
    for (const port of listAt(container, 'ports'))
      if (own(port, 'containerPort') === target || own(port, 'name') === target) return true;
  return false;
}

function portsOf(template: PodTemplate): readonly (readonly [string | undefined, number | undefined])[] {
  return containersOf(template).flatMap(({ container }) =>
    listAt(container, 'ports').map((port) => [textAt(port, 'name'), numberAt(port, 'containerPort')] as const),
  );
}
