import { MetricsServerAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new MetricsServerAddOn(chart, 'metrics', { version: '3.x', replicas: 0, containerPort: 70_000, iamRole: 'carts' });
});
