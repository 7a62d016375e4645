import { ScaledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScaledJob(chart, 'web', {
    image: 'a/b:1',
    serviceAccount: { name: 'web' },
    maxReplicas: 2,
    triggers: [{ cron: { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 2 } }],
    overrides: { serviceAccount: {}, triggerAuthentication: {} },
  });
});
