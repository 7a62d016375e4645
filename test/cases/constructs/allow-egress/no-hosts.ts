import { allowEgress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowEgress(chart, 'payments', { from: { namespace: 'shop' }, to: { hosts: [], cidrs: ['203.0.113.0/24'] } });
});
