import { TargetGroupBinding } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/web/0123456789abcdef';

export default mistake((chart) => {
  const backend = { service: 'web', port: 80 };
  new TargetGroupBinding(chart, 'web', { backend, targetGroupArn });
});
