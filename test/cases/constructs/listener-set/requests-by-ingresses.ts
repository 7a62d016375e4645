import { ListenerSet } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerSet(chart, 'books', { gateway: { name: 'edge' }, listeners: [{ protocol: 'HTTP', port: 8080 }] });
});
