import { ServiceMonitor, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new WebService(chart, 'web', { image: 'a:1', port: 8080, services: { metrics: {} } });
  new ServiceMonitor(chart, 'web-metrics', { target, service: 'metric' });
});
