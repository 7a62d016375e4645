import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'a', { image: 'a:1', runOn: { capacity: 'Spot' as 'spot', architecture: 'arm' as 'arm64' } });
});
