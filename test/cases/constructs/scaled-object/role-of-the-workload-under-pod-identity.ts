import { ScaledObject } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };

export default mistake(
  (chart) => {
    new ScaledObject(chart, 'mailer', { target, maxReplicas: 3, triggers: [{ sqs: { queueUrl: { env: 'QUEUE' } } }] });
  },
  eksEnvironment({ identity: { ...eksEnvironment().identity, mode: 'podIdentity' } }),
);
