import { allowIngress, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const to = new Worker(chart, 'app', { image: 'a/b:1' });
  allowIngress(chart, 'in', { to, from: { cidrs: ['10.0.0.0/8'], namespace: 'shop' } });
});
