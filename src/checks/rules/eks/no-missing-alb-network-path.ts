import { describeIdentity } from '../../../model/identity';
import { at, listAt, mapAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { backendsOf, serviceOf } from '../../reads/backends';
import { containerPortOf } from '../../reads/calls';
import { policiesOf, portAllowed, rulesOf } from '../../reads/policies';

export const noMissingAlbNetworkPath: ObjectRule = {
  id: 'eks/no-missing-alb-network-path',
  severity: 'error',
  summary: 'Pods behind an Ingress admit the load balancer, which calls from the VPC.',
  why: 'With target type ip, the load balancer calls Pods from addresses of the VPC. In a namespace closed by network policies these calls are dropped: targets stay unhealthy, and users see 504.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#target-type',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    // Where there is no policy, every caller is let in.
    if (environment.platform !== 'eks' || index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    for (const { backend, path } of backendsOf(object)) {
      const service = serviceOf(object, backend, index);
      if (service === undefined) continue;
      for (const target of index.selected(object.namespace ?? '', mapAt(service.value, 'spec', 'selector'))) {
        if (!isClosed(service, at(backend, 'port', 'number'), target, index)) continue;
        tell({
          path,
          what: `it sends to ${describeIdentity(target.owner)}, but no network policy lets addresses of the VPC (${environment.network.cidrs.join(', ')}) in. All targets stay unhealthy, and the load balancer answers 504.`,
          fix: 'allow the VPC’s CIDR blocks, as TenantNamespace does with network.albIngress.',
        });
      }
    }
  },
};

/** Whether policies select the Pod and none of them admits an address on the port behind the Service. */
function isClosed(service: RenderedObject, number: unknown, target: PodTemplate, index: ObjectIndex): boolean {
  const policies = policiesOf(target, 'ingress', index);
  if (policies.length === 0) return false;
  const port = containerPortOf(service, typeof number === 'number' ? number : undefined, target);
  if (port === undefined) return false;
  const admits = (rule: unknown) => {
    const from = listAt(rule, 'from');
    return (from.length === 0 || from.some((peer) => at(peer, 'ipBlock') !== undefined)) && portAllowed(rule, port);
  };
  return !policies.some((policy) => rulesOf(policy, 'ingress').some(admits));
}
