import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new ScaledJob(chart, 'transcode', { image: 'a/b:1', maxReplicas: 2, triggers: [{ cpu: { value: 70 } }] });
});
