import { CONTROLLERS, type GatewayController, type LoadBalancerKind } from '../../knowledge/gateway/controllers';
import {
  GATEWAY,
  GATEWAY_CLASS,
  LBC_GATEWAY_GROUP,
  LISTENER_SET,
  LOAD_BALANCER_CONFIGURATION,
} from '../../knowledge/gateway/kinds';
import { at, type JsonValue, listAt, mapAt, numberAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { CheckContext } from '../engine/rule';

/** Who serves a Gateway, and as what; undefined where nobody says. */
export interface ServedBy {
  readonly controller: GatewayController;
  readonly loadBalancer: LoadBalancerKind | 'network';
}

/** By the controller that its class names; by the settings where the class is not rendered here. */
export function servedBy(gateway: RenderedObject, { index, environment }: CheckContext): ServedBy | undefined {
  const className = textAt(gateway.value, 'spec', 'gatewayClassName') ?? '';
  const found = index.find({ group: GATEWAY_CLASS.group, kind: GATEWAY_CLASS.kind, name: className });
  const { routes } = environment;
  if (found === undefined && routes?.form === 'gateway' && routes.gatewayClassName === className)
    return { controller: routes.controller, loadBalancer: 'alb' };
  const controllerName = textAt(found?.value, 'spec', 'controllerName');
  for (const [controller, { controllerNames }] of Object.entries(CONTROLLERS))
    for (const [loadBalancer, name] of Object.entries(controllerNames))
      if (name === controllerName)
        return { controller: controller as GatewayController, loadBalancer: loadBalancer as LoadBalancerKind };
  return undefined;
}

/** Whether the AWS Load Balancer Controller makes it an ALB. */
export function isLbcAlb(gateway: RenderedObject, context: CheckContext): boolean {
  const served = servedBy(gateway, context);
  return served?.controller === 'load-balancer-controller' && served.loadBalancer === 'alb';
}

/** A reference of a route to a Gateway, or to a ListenerSet of one. */
export interface Parent {
  readonly reference: JsonValue;
  readonly position: number;
  readonly kind: ParentKind;
  readonly namespace: string;
  readonly name: string;
  /** What has the listeners: the Gateway or the ListenerSet; undefined where it is not rendered here. */
  readonly holder: RenderedObject | undefined;
  /** The Gateway that serves them; undefined where it is not rendered here. */
  readonly gateway: RenderedObject | undefined;
}

export type ParentKind = 'Gateway' | 'ListenerSet';

/** The Gateways and ListenerSets that a route names; references to other kinds are left out. */
export function parentsOf(route: RenderedObject, { index }: CheckContext): readonly Parent[] {
  return listAt(route.value, 'spec', 'parentRefs').flatMap((reference, position) => {
    const { group } = GATEWAY;
    const kind = textAt(reference, 'kind') ?? GATEWAY.kind;
    if ((textAt(reference, 'group') ?? group) !== group || (kind !== GATEWAY.kind && kind !== LISTENER_SET.kind))
      return [];
    const namespace = textAt(reference, 'namespace') ?? route.namespace ?? '';
    const name = textAt(reference, 'name') ?? '';
    const holder = index.find({ group, kind, namespace, name });
    const gateway = kind === GATEWAY.kind || holder === undefined ? holder : gatewayOfSet(holder, index).gateway;
    return [{ reference, position, kind, namespace, name, holder, gateway }];
  });
}

/** The Gateway that a ListenerSet names. */
export function gatewayOfSet(set: RenderedObject, index: CheckContext['index']) {
  const { group, kind } = GATEWAY;
  const namespace = textAt(set.value, 'spec', 'parentRef', 'namespace') ?? set.namespace ?? '';
  const name = textAt(set.value, 'spec', 'parentRef', 'name') ?? '';
  return { namespace, name, gateway: index.find({ group, kind, namespace, name }) };
}

/** The ListenerSets that name a Gateway. */
export function setsOf(gateway: RenderedObject, { index }: CheckContext): readonly RenderedObject[] {
  const sets = index.ofKind(LISTENER_SET.group, LISTENER_SET.kind);
  return sets.filter((set) => gatewayOfSet(set, index).gateway === gateway);
}

/** The listeners that a reference means. */
export function listenersOf({ holder, reference }: Parent): readonly JsonValue[] {
  const section = textAt(reference, 'sectionName');
  const port = numberAt(reference, 'port');
  return listAt(holder?.value, 'spec', 'listeners').filter(
    (one) =>
      (section === undefined || textAt(one, 'name') === section) &&
      (port === undefined || numberAt(one, 'port') === port),
  );
}

/** Specs of the configurations that hold for a Gateway, its own before that of its class. */
export function configurationsOf(gateway: RenderedObject, { index }: CheckContext): readonly JsonValue[] {
  const { group, kind } = LOAD_BALANCER_CONFIGURATION;
  const className = textAt(gateway.value, 'spec', 'gatewayClassName') ?? '';
  const ofClass = index.find({ group: GATEWAY_CLASS.group, kind: GATEWAY_CLASS.kind, name: className });
  const own = mapAt(gateway.value, 'spec', 'infrastructure', 'parametersRef');
  const shared = mapAt(ofClass?.value, 'spec', 'parametersRef');
  return [
    { reference: own, namespace: gateway.namespace ?? '' },
    { reference: shared, namespace: textAt(shared, 'namespace') ?? '' },
  ].flatMap(({ reference, namespace }) => {
    if (textAt(reference, 'group') !== LBC_GATEWAY_GROUP) return [];
    const found = index.find({ group, kind, namespace, name: textAt(reference, 'name') ?? '' });
    return at(found?.value, 'spec') ?? [];
  });
}
