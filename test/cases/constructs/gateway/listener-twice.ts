import { Gateway } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Gateway(chart, 'shop', {
    listeners: [
      { protocol: 'HTTP', port: 80 },
      { protocol: 'HTTP', port: 80 },
    ],
  });
}, lbc);
