import { ReferenceGrant } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ReferenceGrant(chart, 'shop', { from: [] });
}, lbc);
