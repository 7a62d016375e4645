import { DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new DeviceClaim(chart, 'gpus', {
    devices: { gpu: { deviceClass: 'GPU_x', selectors: [' '] } },
    constraints: [{ matchAttribute: 'x' }, {}, { matchAttribute: 'example.com/1x' }, { matchAttribute: 'a b/x' }],
    config: [{}],
  });
});
