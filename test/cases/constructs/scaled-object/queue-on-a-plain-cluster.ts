import { ScaledObject } from 'cdk8s-eks';
import { kubernetesEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };

export default mistake((chart) => {
  new ScaledObject(chart, 'mailer', {
    target,
    maxReplicas: 3,
    triggers: [{ sqs: { queueUrl: 'https://sqs.example.com/mails' } }],
  });
}, kubernetesEnvironment());
