import { HorizontalPodAutoscaler, inNamespace, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new Worker(inNamespace(chart, 'other'), 'mailer', { image: 'a/b:1' });
  new HorizontalPodAutoscaler(chart, 'scaler', { target, maxReplicas: 5, cpuUtilization: 60 });
});
