import { describeIdentity } from '../../../model/identity';
import { at, listAt, mapAt, textAt } from '../../../model/json';
import type { Rule } from '../../engine/rule';
import { containerPortOf } from '../../reads/calls';
import { policiesOf, portAllowed, rulesOf } from '../../reads/policies';
import { backendsOf } from '../k8s/no-missing-ingress-backend';

/** A load balancer calls Pods from the VPC's addresses; a closed namespace has to let it in. */
export const noMissingAlbNetworkPath: Rule = {
  id: 'eks/no-missing-alb-network-path',
  severity: 'error',
  summary: 'Pods behind an Ingress admit the load balancer, which calls from the VPC.',
  see: 'AWS Load Balancer Controller: target-type ip; Kubernetes: network policies',
  check({ index, judgedOf, environment }, report) {
    // Without any policy everybody is let in.
    if (environment.platform !== 'eks' || index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    for (const object of judgedOf('Ingress')) {
      if (object.group !== 'networking.k8s.io') continue;
      for (const { backend, path } of backendsOf(object)) {
        const service = index.find({
          group: '',
          kind: 'Service',
          namespace: object.namespace ?? '',
          name: textAt(backend, 'name') ?? '',
        });
        if (service === undefined) continue;
        const number = at(backend, 'port', 'number');
        for (const target of index.selected(object.namespace ?? '', mapAt(service.value, 'spec', 'selector'))) {
          const policies = policiesOf(target, 'ingress', index);
          if (policies.length === 0) continue;
          const port = containerPortOf(service, typeof number === 'number' ? number : undefined, target);
          if (port === undefined) continue;
          const open = policies.some((policy) =>
            rulesOf(policy, 'ingress').some((rule) => {
              const from = listAt(rule, 'from');
              const admits = from.length === 0 || from.some((peer) => at(peer, 'ipBlock') !== undefined);
              return admits && portAllowed(rule, port);
            }),
          );
          if (open) continue;
          report({
            object,
            path,
            message: `${describeIdentity(object)} sends to ${describeIdentity(target.owner)}, but no network policy lets addresses of the VPC (${environment.network.cidrs.join(', ')}) in: all targets stay unhealthy, the load balancer answers 504.`,
            fix: 'allow the VPC’s CIDR blocks, as TenantNamespace does with network.albIngress.',
          });
        }
      }
    }
  },
};
