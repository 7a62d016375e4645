import { TARGET_GROUP_CONFIGURATION } from '../../../knowledge/gateway/kinds';
import { at, type JsonValue, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule } from '../../engine/rule';
import { configurationsOf, parentsOf, servedBy } from '../../reads/gateway-of';
import { ROUTE_KINDS, routeBackends } from '../../reads/route-backends';

export const validGatewayTarget: ObjectRule = {
  id: 'eks/valid-gateway-target',
  severity: 'error',
  summary: 'The load balancer of a Gateway can reach the Services of its routes.',
  why: 'The controller registers nodes unless a TargetGroupConfiguration says ip, and nodes need a NodePort: with a ClusterIP Service it stops at "TargetGroup port is empty", for the whole Gateway. It does not read the annotation target-type there.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/targetgroupconfig/'],
  kinds: ROUTE_KINDS,
  check(route, context, tell) {
    const gateways = parentsOf(route, context).flatMap(({ gateway }) => gateway ?? []);
    const served = gateways.filter((one) => servedBy(one, context)?.controller === 'load-balancer-controller');
    const [gateway] = served;
    if (gateway === undefined) return;
    for (const { namespace, name, path } of routeBackends(route)) {
      const service = context.index.find({ group: '', kind: 'Service', namespace, name });
      if (service === undefined || (textAt(service.value, 'spec', 'type') ?? 'ClusterIP') !== 'ClusterIP') continue;
      const configured = targetType(service, route, gateway, context);
      if (configured === 'ip' || configured === 'unknown') continue;
      tell({
        path: [...path, 'name'],
        found: name,
        what: `Service "${name}" is ClusterIP, and ${configured === undefined ? 'no TargetGroupConfiguration says how it is reached: the controller registers nodes' : 'its TargetGroupConfiguration says instance, so the controller registers nodes'}, which need a NodePort. The controller stops for the whole of Gateway "${gateway.name}".`,
        fix: `render a TargetGroupConfiguration with targetType: ip in namespace ${namespace}, whose targetReference is the Service.`,
      });
    }
  },
};

/** What holds for the route, as the controller looks it up: the Service's own, then the Gateway's default. */
function targetType(
  service: RenderedObject,
  route: RenderedObject,
  gateway: RenderedObject,
  context: CheckContext,
): string | undefined {
  const { group, kind } = TARGET_GROUP_CONFIGURATION;
  const { index } = context;
  const own = index
    .inNamespace(group, kind, service.namespace)
    .find(({ value }) => textAt(value, 'spec', 'targetReference', 'name') === service.name);
  const ofOwn = own === undefined ? undefined : ofRoute(at(own.value, 'spec'), route);
  if (ofOwn !== undefined) return ofOwn;
  for (const configuration of configurationsOf(gateway, context)) {
    const name = textAt(configuration, 'defaultTargetGroupConfiguration', 'name');
    if (name === undefined) continue;
    const found = index.ofKind(group, kind).find((one) => one.name === name);
    // One that is not rendered here may say ip.
    if (found === undefined) return 'unknown';
    const type = ofRoute(at(found.value, 'spec'), route);
    if (type !== undefined) return type;
  }
  return undefined;
}

function ofRoute(spec: JsonValue | undefined, { kind, namespace, name }: RenderedObject): string | undefined {
  const fits = listAt(spec, 'routeConfigurations').filter((one) => {
    const identifier = at(one, 'routeIdentifier');
    const is = (key: string, value: string | undefined) => [undefined, value].includes(textAt(identifier, key));
    return textAt(identifier, 'kind') === kind && is('namespace', namespace) && is('name', name);
  });
  const types = fits.flatMap((one) => textAt(one, 'targetGroupProps', 'targetType') ?? []);
  return types[0] ?? textAt(spec, 'defaultConfiguration', 'targetType');
}
