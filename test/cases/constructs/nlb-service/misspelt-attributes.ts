import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    tls: { certificateArns: ['arn:aws:acm:eu-west-1:111122223333:certificate/0a'], policy: 'ELBSecurityPolicy-TLS14' },
    targetGroupAttributes: { 'preserve_client_ips.enabled': 'true' },
    loadBalancerAttributes: { 'load_balancing.cross_zone.enable': 'true' },
  });
});
