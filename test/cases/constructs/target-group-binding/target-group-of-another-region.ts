import { TargetGroupBinding } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TargetGroupBinding(chart, 'web', {
    backend: { service: 'web', port: 80 },
    targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef',
  });
});
