import { HorizontalPodAutoscaler } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new Deployment(chart, 'web', { containers: [{ image: 'example.com/web:1' }], replicas: 3 });
  new HorizontalPodAutoscaler(chart, 'web-load', { target, maxReplicas: 5 });
});
