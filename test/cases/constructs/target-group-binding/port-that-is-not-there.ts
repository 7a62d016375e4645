import { TargetGroupBinding, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new TargetGroupBinding(chart, 'binding', {
    backend: { service: web, port: 'metrics' },
    targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef',
  });
});
