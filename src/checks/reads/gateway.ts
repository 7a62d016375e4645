import { at, type JsonObject, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

/** Group of the load balancer controller's kinds for Gateways. */
const AWS = 'gateway.k8s.aws';

/** Whether clients can speak HTTP with it and nothing else. Others may bring listeners where it allows them. */
export function speaksHttpAlone({ value }: RenderedObject): boolean {
  const protocols = listAt(value, 'spec', 'listeners').map((listener) => textAt(listener, 'protocol'));
  if (at(value, 'spec', 'allowedListeners') !== undefined) return false;
  return protocols.includes('HTTP') && !protocols.includes('HTTPS');
}

/**
 * Whether its load balancer of AWS is on the internet, by its own configuration and by that of its class.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/
 */
export function isPublicGateway(gateway: RenderedObject, index: ObjectIndex): boolean {
  const name = textAt(gateway.value, 'spec', 'gatewayClassName') ?? '';
  const ofName = index.find({ group: gateway.group, kind: 'GatewayClass', name });
  const reference = mapAt(ofName?.value, 'spec', 'parametersRef');
  const ofClass = configuration(reference, textAt(reference, 'namespace'), index);
  const own = configuration(mapAt(gateway.value, 'spec', 'infrastructure', 'parametersRef'), gateway.namespace, index);
  const [first, second] = textAt(ofClass, 'mergingMode') === 'prefer-gateway' ? [own, ofClass] : [ofClass, own];
  return (textAt(first, 'scheme') ?? textAt(second, 'scheme')) === 'internet-facing';
}

function configuration(reference: JsonObject, namespace: string | undefined, index: ObjectIndex): JsonObject {
  const kind = 'LoadBalancerConfiguration';
  if (reference['group'] !== AWS || reference['kind'] !== kind || namespace === undefined) return {};
  const found = index.find({ group: AWS, kind, namespace, name: textAt(reference, 'name') ?? '' });
  return mapAt(found?.value, 'spec');
}
