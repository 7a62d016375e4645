import { ListenerSet } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerSet(chart, 'books', { gateway: { name: 'edge' }, listeners: [] });
}, lbc);
