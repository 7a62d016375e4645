import { allowFrom } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowFrom(chart, 'call', { from: { namespace: 'Monitoring' }, to: { namespace: 'shop', pods: { app: 'web' } } });
});
