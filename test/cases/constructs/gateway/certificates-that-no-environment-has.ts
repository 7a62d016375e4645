import { Gateway } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new Gateway(chart, 'shop', { listeners: [{ protocol: 'HTTPS', port: 443 }] });
  },
  gateways('load-balancer-controller', undefined, { certificates: [] }),
);
