import { TargetGroupBinding } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { autoMode } from '../../../support/node-makers';

export default mistake((chart) => {
  new TargetGroupBinding(chart, 'web', {
    backend: { service: 'web', port: 80 },
    targetGroupName: 'web',
    callers: [{ cidr: '10.0.0.0/8' }],
  });
}, autoMode);
