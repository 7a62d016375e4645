import { describeIdentity } from '../../../model/identity';
import type { Rule } from '../../engine/rule';
import { loadBalancerServices } from '../../reads/nlb-service';

/** Without a class, what makes the load balancer depends on what is installed, and on when the Service was created. */
export const requireLoadBalancerClass: Rule = {
  id: 'eks/require-load-balancer-class',
  severity: 'warning',
  summary: 'A Service of type LoadBalancer says which controller makes its load balancer.',
  see: 'AWS Load Balancer Controller guide, Service, NLB; EKS user guide, Auto Mode, create a service load balancer',
  check({ judgedOf, environment }, report) {
    // Auto Mode makes its own class the default.
    if (environment.platform !== 'eks' || environment.compute.autoMode) return;
    for (const service of loadBalancerServices(judgedOf('Service'))) {
      if (service.class !== undefined || service.isNlb) continue;
      const legacy = service.type === 'nlb' ? 'a Network Load Balancer of its own' : 'a Classic Load Balancer';
      report({
        object: service.object,
        path: ['spec', 'loadBalancerClass'],
        found: 'nothing',
        wanted: 'service.k8s.aws/nlb',
        message: `${describeIdentity(service.object)} does not say who makes its load balancer: the AWS Load Balancer Controller sets its class as the Service is created, which Argo CD then sees as a difference; without that controller, the old one of the cluster makes ${legacy}.`,
        fix: 'set `loadBalancerClass: service.k8s.aws/nlb`; the server lets nobody change it later.',
      });
    }
  },
};
