import { WebService } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new WebService(chart, 'app', {
      image: 'example.com/app:1',
      port: 8080,
      sidecars: [{ name: 'proxy', image: 'example.com/proxy:1' }],
    });
  },
  eksEnvironment({ kubernetesVersion: '1.28' }),
);
