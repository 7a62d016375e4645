import { GatewayClass } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new GatewayClass(chart, 'shop', {});
}, gateways('other'));
