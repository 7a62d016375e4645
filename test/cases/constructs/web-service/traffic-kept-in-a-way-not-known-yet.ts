import { WebService } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new WebService(chart, 'web', {
      image: 'a/b:1',
      port: 8080,
      service: { trafficDistribution: 'PreferSameZone' },
      services: { peers: { trafficDistribution: 'PreferSameNode' } },
    });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
