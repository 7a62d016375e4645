import { ScaledObject } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };

export default mistake((chart) => {
  new ScaledObject(chart, 'mailer', { target, maxReplicas: 3, triggers: [{ cpu: { value: 70 } }] });
});
