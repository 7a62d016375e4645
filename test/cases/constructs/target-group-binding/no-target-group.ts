import { TargetGroupBinding } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TargetGroupBinding(chart, 'web', { backend: { service: 'web', port: 80 } });
});
