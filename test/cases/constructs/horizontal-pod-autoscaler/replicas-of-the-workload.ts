import { HorizontalPodAutoscaler, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080, replicas: 3 });
  new HorizontalPodAutoscaler(chart, 'web-load', { target, maxReplicas: 5 });
});
