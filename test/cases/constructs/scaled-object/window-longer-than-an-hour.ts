import { ScaledObject } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };

export default mistake((chart) => {
  new ScaledObject(chart, 'mailer', {
    target,
    maxReplicas: 3,
    behavior: { scaleDown: { stabilizationWindowSeconds: 7200 } },
    triggers: [{ cron: { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 2 } }],
  });
});
