import { ServiceMonitor, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new WebService(chart, 'web', { image: 'a:1', port: 8080 });
  // @ts-expect-error the compiler says it first
  new ServiceMonitor(chart, 'web-metrics', { target, interval: '30' });
});
