import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    healthCheck: { path: 'ready', intervalSeconds: 1 },
    elasticIps: ['203.0.113.5'],
    scheme: 'internet-facing',
    subnets: ['a'],
    listeners: { http: { idleTimeoutSeconds: 10 } },
    loadBalancerName: 'a-name-of-more-than-thirty-two-characters',
  });
});
