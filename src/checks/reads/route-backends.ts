import { GATEWAY_GROUP, REFERENCE_GRANT } from '../../knowledge/gateway/kinds';
import { type FieldPath, type JsonValue, listAt, numberAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

/** Kinds of routes, with their group. */
export const ROUTE_KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `${GATEWAY_GROUP}/${kind}`,
);

/** A Service that a route sends to. */
export interface RouteBackend {
  readonly backend: JsonValue;
  readonly path: FieldPath;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | undefined;
}

/** Backends that are Services, with their places. */
export function routeBackends(route: RenderedObject): readonly RouteBackend[] {
  return listAt(route.value, 'spec', 'rules').flatMap((rule, r) =>
    listAt(rule, 'backendRefs').flatMap((backend, b) => {
      if ((textAt(backend, 'kind') ?? 'Service') !== 'Service' || (textAt(backend, 'group') ?? '') !== '') return [];
      return {
        backend,
        path: ['spec', 'rules', r, 'backendRefs', b],
        namespace: textAt(backend, 'namespace') ?? route.namespace ?? '',
        name: textAt(backend, 'name') ?? '',
        port: numberAt(backend, 'port'),
      };
    }),
  );
}

/** Whether a ReferenceGrant of the Service's namespace lets the route in. */
export function isGranted(route: RenderedObject, { namespace, name }: RouteBackend, index: ObjectIndex): boolean {
  return index
    .inNamespace(REFERENCE_GRANT.group, REFERENCE_GRANT.kind, namespace)
    .some(
      ({ value }) =>
        listAt(value, 'spec', 'from').some(
          (from) =>
            textAt(from, 'group') === route.group &&
            textAt(from, 'kind') === route.kind &&
            textAt(from, 'namespace') === route.namespace,
        ) &&
        listAt(value, 'spec', 'to').some(
          (to) => textAt(to, 'kind') === 'Service' && [undefined, '', name].includes(textAt(to, 'name')),
        ),
    );
}
