import { Gateway } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Gateway(chart, 'shop', { redirectToHttps: true });
}, gateways('vpc-lattice'));
