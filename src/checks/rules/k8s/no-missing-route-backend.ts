import { REFERENCE_GRANT, TARGET_GROUP_CONFIGURATION } from '../../../knowledge/gateway/kinds';
import { listAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { operatorService } from '../../reads/operator-objects';
import { isGranted, ROUTE_KINDS, type RouteBackend, routeBackends } from '../../reads/route-backends';

export const noMissingRouteBackend: ObjectRule = {
  id: 'k8s/no-missing-route-backend',
  severity: 'error',
  summary: 'Every backend of a route is a Service with that port, which the route may name.',
  why: 'A rule whose Service does not exist, has no such port or may not be named from another namespace answers 500, while the objects look synced.',
  see: [
    'https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional',
    'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/targetgroupconfig/',
  ],
  kinds: [...ROUTE_KINDS, `${TARGET_GROUP_CONFIGURATION.group}/${TARGET_GROUP_CONFIGURATION.kind}`],
  check(object, context, tell) {
    if (object.kind === TARGET_GROUP_CONFIGURATION.kind) return judgeConfiguration(object, context, tell);
    for (const backend of routeBackends(object)) judgeBackend(object, backend, context, tell);
  },
};

function judgeBackend(route: RenderedObject, backend: RouteBackend, context: CheckContext, tell: Tell): void {
  const { path, namespace, name, port } = backend;
  if (!judgeThere({ path: [...path, 'name'], namespace, name }, 'Every request of the rule gets 500.', context, tell))
    return;
  const { index } = context;
  if (namespace !== route.namespace && !isGranted(route, backend, index)) {
    tell({
      path: [...path, 'namespace'],
      found: namespace,
      what: `it sends to Service "${name}" of namespace ${namespace}, and no ReferenceGrant there lets an ${route.kind} of namespace ${route.namespace} name it. Every request of the rule gets 500.`,
      fix: `render a ${REFERENCE_GRANT.kind} in namespace ${namespace}, from ${route.kind} of ${route.namespace} to the Service.`,
    });
  }
  const service = index.find({ group: '', kind: 'Service', namespace, name });
  const ports = listAt(service?.value, 'spec', 'ports').map((one) => numberAt(one, 'port'));
  if (service === undefined || port === undefined || ports.includes(port)) return;
  tell({
    path: [...path, 'port'],
    found: String(port),
    wanted: ports.join(', '),
    what: `it sends to port ${port} of Service "${name}", which has ${ports.length === 0 ? 'no ports' : `port ${ports.join(', ')}`}. Every request of the rule gets 500.`,
    fix: 'name a port of the Service by its number.',
  });
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly namespace: string;
  readonly name: string;
}

/** Whether the Service is rendered; what is neither rendered nor made by somebody else is told. */
function judgeThere({ path, namespace, name }: Place, effect: string, context: CheckContext, tell: Tell): boolean {
  const { index } = context;
  const id = { group: '', kind: 'Service', namespace, name };
  if (index.exists(id)) return true;
  if (operatorService(namespace, name, context) === 'none')
    tell({
      path,
      found: name,
      what: `it names Service "${name}", which namespace ${namespace} does not have. ${effect}${didYouMean(name, index.names('', 'Service', namespace))}`,
      fix: 'name a Service that is there, render it, or declare it under `external` in environment.yaml.',
    });
  return false;
}

/** One without a Service is a default. */
function judgeConfiguration({ value, namespace = '' }: RenderedObject, context: CheckContext, tell: Tell): void {
  const path = ['spec', 'targetReference', 'name'];
  const name = textAt(value, ...path);
  if (name === undefined || (textAt(value, 'spec', 'targetReference', 'kind') ?? 'Service') !== 'Service') return;
  judgeThere({ path, namespace, name }, 'It lies beside its Service, else nobody reads it.', context, tell);
}
