import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    readiness: 'none',
    service: {
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 31000,
      ipFamilyPolicy: 'SingleStack',
      ipFamilies: ['IPv4', 'IPv6'],
    },
    services: { extra: { ipFamilies: ['IPv4', 'IPv4'] } },
  });
});
