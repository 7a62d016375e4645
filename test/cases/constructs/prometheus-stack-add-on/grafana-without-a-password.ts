import { PrometheusStackAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new PrometheusStackAddOn(chart, 'monitoring', { version: '79.5.0' });
});
