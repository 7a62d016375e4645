import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScaledJob(chart, 'transcode', {
    image: 'a/b:1',
    maxReplicas: 2,
    scaling: { strategy: 'custom' },
    triggers: [{ sqs: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos' } }],
  });
});
