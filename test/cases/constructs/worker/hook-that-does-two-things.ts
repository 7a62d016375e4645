import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'app', { image: 'a/b:1', lifecycle: { preStop: { exec: ['x'], sleepSeconds: 5 } } });
});
