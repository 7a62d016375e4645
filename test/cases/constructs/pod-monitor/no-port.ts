import { PodMonitor, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new PodMonitor(chart, 'metrics', { target: new Worker(chart, 'mailer', { image: 'a:1' }) });
});
