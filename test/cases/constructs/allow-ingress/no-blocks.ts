import { allowIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowIngress(chart, 'from-vpc', { from: { cidrs: [] }, to: { namespace: 'shop' } });
});
