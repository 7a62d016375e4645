import { allowIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowIngress(chart, 'ui-to-carts', { to: { namespace: 'carts' }, from: { namespace: 'ui' }, ports: ['Http'] });
});
