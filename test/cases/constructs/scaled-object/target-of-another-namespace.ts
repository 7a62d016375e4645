import { inNamespace, ScaledObject, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new Worker(inNamespace(chart, 'other'), 'mailer', { image: 'a/b:1' });
  new ScaledObject(chart, 'scaler', { target, maxReplicas: 5, triggers: [{ cpu: { value: 60 } }], minReplicas: 1 });
});
