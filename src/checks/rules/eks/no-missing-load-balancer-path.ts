import { describeIdentity } from '../../../model/identity';
import { at, listAt, numberAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule } from '../../engine/rule';
import { type AskedPort, closedPorts } from '../../reads/closed-backends';
import { parentsOf, servedBy } from '../../reads/gateway-of';
import { loadBalancerService } from '../../reads/nlb-service';
import { ROUTE_KINDS, routeBackends } from '../../reads/route-backends';

export const noMissingLoadBalancerPath: ObjectRule = {
  id: 'eks/no-missing-load-balancer-path',
  severity: 'error',
  summary: 'Pods behind a Network Load Balancer, or behind a Gateway of AWS, admit calls from addresses.',
  why: 'A load balancer has no identity that a network policy could name: it calls from addresses of the VPC, or passes on those of its clients. In a closed namespace these calls are dropped: targets stay unhealthy, and no connection arrives.',
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  kinds: ['Service', ...ROUTE_KINDS],
  check(object, context, tell) {
    const { index, environment } = context;
    if (environment.platform !== 'eks' || index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    const asked = object.kind === 'Service' ? ofService(object) : ofRoute(object, context);
    const vpc = environment.network.cidrs.join(', ');
    const said = new Set<string>();
    for (const { path, target, closed } of closedPorts(asked, context, isAddress)) {
      const pods = describeIdentity(target.owner);
      const key = JSON.stringify([pods, closed.port]);
      if (said.has(key)) continue;
      said.add(key);
      tell({
        path,
        found: String(closed.port),
        what: `its load balancer sends to ${pods}, port ${closed.port}, and ${describeIdentity(closed.policy)} closes it, but no network policy lets addresses in. All targets stay unhealthy, and nothing arrives.`,
        fix: `allow ipBlock ${vpc} on port ${closed.port} in a NetworkPolicy that selects the Pods (\`allowFrom({ cidrs })\` of the workload, or albIngress of what closes the namespace); with preserved addresses of clients, theirs too.`,
      });
    }
  },
};

const isAddress = (peer: unknown) => at(peer, 'ipBlock') !== undefined;

function ofService(service: RenderedObject): readonly AskedPort[] {
  if (loadBalancerService(service)?.isNlb !== true) return [];
  return listAt(service.value, 'spec', 'ports').map((port, index) => ({
    path: ['spec', 'ports', index],
    service,
    port: numberAt(port, 'port'),
  }));
}

/** Gateways of controllers that run in Pods are not meant: policies name those. */
function ofRoute(route: RenderedObject, context: CheckContext): readonly AskedPort[] {
  const isOfAws = parentsOf(route, context).some(({ gateway }) => {
    const controller = gateway === undefined ? undefined : servedBy(gateway, context)?.controller;
    return controller === 'load-balancer-controller' || controller === 'auto-mode';
  });
  if (!isOfAws) return [];
  return routeBackends(route).map(({ path, namespace, name, port }) => ({
    path,
    service: context.index.find({ group: '', kind: 'Service', namespace, name }),
    port,
  }));
}
