import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    services: { metrics: { ports: ['metric'] } },
    sidecars: [{ name: 'exporter', image: 'example.com/e:1', ports: [{ name: 'metrics', containerPort: 9100 }] }],
  });
});
