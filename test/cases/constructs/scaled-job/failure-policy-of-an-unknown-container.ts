import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScaledJob(chart, 'transcode', {
    image: 'a/b:1',
    restartPolicy: 'Never',
    maxReplicas: 2,
    triggers: [{ cron: { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 2 } }],
    podFailurePolicy: {
      rules: [{ action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } }],
    },
  });
});
