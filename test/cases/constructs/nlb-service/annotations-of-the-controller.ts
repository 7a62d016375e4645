import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    annotations: {
      'service.beta.kubernetes.io/aws-load-balancer-target-type': 'ip',
      'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
      'service.beta.kubernetes.io/aws-load-balancer-access-log-enabled': 'true',
      'service.beta.kubernetes.io/actions.TCP-80': '{}',
    },
  });
});
