import { ServiceMonitor, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const sidecars = [{ name: 'exporter', image: 'b:1', ports: [{ name: 'metrics', containerPort: 9187 }] }];
  const target = new WebService(chart, 'web', { image: 'a:1', port: 8080, sidecars });
  new ServiceMonitor(chart, 'web-metrics', { target, port: 'metrics' });
});
