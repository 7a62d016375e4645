import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScaledJob(chart, 'transcode', {
    image: 'a/b:1',
    maxReplicas: 0,
    minReplicas: -1,
    pollingSeconds: 0,
    successfulJobsHistoryLimit: -1,
    failedJobsHistoryLimit: 0.5,
    scaling: { strategy: 'custom', customQueueLengthDeduction: -1, customRunningJobPercentage: '0.5' },
    triggers: [{ sqs: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos' } }],
  });
});
