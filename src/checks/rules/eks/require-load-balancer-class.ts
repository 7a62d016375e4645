import type { ObjectRule } from '../../engine/rule';
import { loadBalancerService } from '../../reads/nlb-service';

export const requireLoadBalancerClass: ObjectRule = {
  id: 'eks/require-load-balancer-class',
  severity: 'warning',
  summary: 'A Service of type LoadBalancer says which controller makes its load balancer.',
  why: 'Without a class, it depends on what is installed, and on when the Service was created, which controller makes the load balancer. The AWS Load Balancer Controller writes the class into the Service, which Argo CD then shows as a difference that it cannot remove.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/nlb/',
    'https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html',
  ],
  kinds: ['Service'],
  check(object, { environment }, tell) {
    // Auto Mode makes its own class the default.
    if (environment.platform !== 'eks' || environment.compute.autoMode) return;
    const service = loadBalancerService(object);
    if (service === undefined || service.class !== undefined || service.isNlb) return;
    const legacy = service.type === 'nlb' ? 'a Network Load Balancer of its own' : 'a Classic Load Balancer';
    tell({
      path: ['spec', 'loadBalancerClass'],
      found: 'nothing',
      wanted: 'service.k8s.aws/nlb',
      what: `it does not say which controller makes its load balancer. The AWS Load Balancer Controller sets its class when the Service is created, which Argo CD then sees as a difference; without that controller, the cluster’s legacy controller makes ${legacy}.`,
      fix: 'set `loadBalancerClass: service.k8s.aws/nlb`; it cannot be changed later.',
    });
  },
};
