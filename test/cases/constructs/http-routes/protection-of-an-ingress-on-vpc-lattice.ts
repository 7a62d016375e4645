import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      rules: [{ backends: { service: 'web', port: 80 } }],
      ingress: { inboundCidrs: ['10.0.0.0/8'] },
    });
  },
  gateways('vpc-lattice', { name: 'edge', namespace: 'edge' }),
);
