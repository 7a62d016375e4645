import { inNamespace, VerticalPodAutoscaler, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new Worker(inNamespace(chart, 'other'), 'mailer', { image: 'a/b:1' });
  new VerticalPodAutoscaler(chart, 'scaler', { target });
});
