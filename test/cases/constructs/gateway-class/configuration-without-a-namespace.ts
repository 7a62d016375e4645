import { GatewayClass } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new GatewayClass(chart, 'shop', { configuration: { name: 'all' } });
  },
  lbc,
  null,
);
