import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    service: {
      loadBalancerClass: 'service.k8s.aws/nlb',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 80,
      sessionAffinity: { timeoutSeconds: 0 },
    },
  });
});
