import { MetricsServerAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new MetricsServerAddOn(chart, 'metrics', { version: '3.13.0', namespace: 'serverless', containerPort: 10_250 });
});
