import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScaledJob(chart, 'transcode', {
    image: 'a/b:1',
    name: 'a'.repeat(64),
    containerName: 'a',
    maxReplicas: 2,
    triggers: [{ sqs: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos' } }],
  });
});
