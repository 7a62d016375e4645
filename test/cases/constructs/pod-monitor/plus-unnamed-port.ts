import { PodMonitor } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const target = new Deployment(chart, 'web', { containers: [{ image: 'example.com/web:1', portNumber: 9090 }] });
  new PodMonitor(chart, 'metrics', { target, port: 'metrics' });
});
