import { ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { describeIdentity } from '../../../model/identity';
import { at, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { Report, Rule } from '../../engine/rule';

type Path = readonly (string | number)[];

/** An Ingress that sends to a Service or port which does not exist. */
export const noMissingIngressBackend: Rule = {
  id: 'k8s/no-missing-ingress-backend',
  severity: 'error',
  summary: 'Every backend of an Ingress is a Service of its namespace, with that port.',
  see: 'Kubernetes: Ingress rules; AWS Load Balancer Controller: backend does not exist',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf('Ingress')) {
      if (object.group !== 'networking.k8s.io') continue;
      for (const { backend, path } of backendsOf(object)) judge(object, backend, path, index, report);
    }
  },
};

export interface BackendAt {
  readonly backend: unknown;
  readonly path: Path;
}

/** Several rules ask for the same backends; they are found once. */
const BACKENDS = new WeakMap<RenderedObject, readonly BackendAt[]>();

/** Every Service backend of an Ingress with its place. */
export function backendsOf(ingress: RenderedObject): readonly BackendAt[] {
  const known = BACKENDS.get(ingress);
  if (known !== undefined) return known;
  const found: BackendAt[] = [];
  const single = at(ingress.value, 'spec', 'defaultBackend', 'service');
  if (single !== undefined) found.push({ backend: single, path: ['spec', 'defaultBackend', 'service'] });
  listAt(ingress.value, 'spec', 'rules').forEach((rule, r) => {
    listAt(rule, 'http', 'paths').forEach((one, p) => {
      const backend = at(one, 'backend', 'service');
      if (backend !== undefined)
        found.push({ backend, path: ['spec', 'rules', r, 'http', 'paths', p, 'backend', 'service'] });
    });
  });
  BACKENDS.set(ingress, found);
  return found;
}

function judge(object: RenderedObject, backend: unknown, path: Path, index: ObjectIndex, report: Report): void {
  const name = textAt(backend, 'name') ?? '';
  const namespace = object.namespace ?? '';
  if (textAt(backend, 'port', 'name') === 'use-annotation') {
    const key = `${ALB_PREFIX}actions.${name}`;
    if (mapAt(object.value, 'metadata', 'annotations')[key] !== undefined) return;
    report({
      object,
      path: [...path, 'name'],
      found: name,
      message: `${describeIdentity(object)} takes the action "${name}" from an annotation, and there is none. The load balancer answers 503.`,
      fix: `add the annotation ${key}.`,
    });
    return;
  }
  const id = { group: '', kind: 'Service', namespace, name };
  const service = index.find(id);
  if (service === undefined) {
    if (index.external(id) !== undefined) return;
    const hint = didYouMean(name, index.names('', 'Service', namespace));
    report({
      object,
      path: [...path, 'name'],
      found: name,
      message: `${describeIdentity(object)} sends to Service "${name}", which namespace ${namespace} does not have. The load balancer answers 503 without any error.${hint}`,
      fix: 'name a Service of the namespace, or render it.',
    });
    return;
  }
  const ports = listAt(service.value, 'spec', 'ports');
  const number = at(backend, 'port', 'number');
  const portName = at(backend, 'port', 'name');
  if (ports.some((port) => (number === undefined ? at(port, 'name') === portName : at(port, 'port') === number)))
    return;
  const known = ports.map(
    (port) => `${String(at(port, 'port'))}${at(port, 'name') === undefined ? '' : ` (${String(at(port, 'name'))})`}`,
  );
  report({
    object,
    path: [...path, 'port'],
    found: String(number ?? portName),
    wanted: known.join(', '),
    message: `${describeIdentity(object)} sends to port ${String(number ?? portName)} of Service ${name}, which has ${known.join(', ') || 'no ports'}. The controller stops at "unable to find port", for the whole load balancer.`,
    fix: 'use a port of the Service.',
  });
}
