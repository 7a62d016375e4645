import { allowFrom, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const worker = new Worker(chart, 'worker', { image: 'example.com/worker:1' });
  allowFrom(chart, 'shop-to-worker', { from: { namespace: 'shop' }, to: { namespace: 'shop', pods: worker } });
});
