import { TargetGroupBinding } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TargetGroupBinding(chart, 'web', {
    backend: { service: 'web', port: 80 },
    targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/web/0123456789abcdef',
    iamRoleArnToAssume: 'arn:aws:iam::444455556666:role/load-balancers',
  });
});
