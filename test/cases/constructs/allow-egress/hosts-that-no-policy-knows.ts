import { allowEgress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

/** On nodes of a managed node group; the names are wrong besides. */
export default mistake((chart) => {
  const from = { namespace: 'shop' };
  allowEgress(chart, 'payments', {
    from,
    to: { hosts: ['payments', 'api.*.example.com', '203.0.113.7'] },
    ports: [443],
  });
});
