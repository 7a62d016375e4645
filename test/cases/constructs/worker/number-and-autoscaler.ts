import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new Worker(chart, 'app', { image: 'example.com/app:1', replicas: 2, autoscaling: { maxReplicas: 5 } });
});
