import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'mailer', { image: 'a/b:1', podLabels: { 'app.kubernetes.io/name': 'other' } });
});
