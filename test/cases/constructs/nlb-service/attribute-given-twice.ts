import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    crossZone: true,
    loadBalancerAttributes: { 'load_balancing.cross_zone.enabled': 'false' },
  });
});
