import { allowFrom } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowFrom(chart, 'ui-to-carts', { from: { namespace: 'ui', pods: {} }, to: { namespace: 'carts' } });
});
