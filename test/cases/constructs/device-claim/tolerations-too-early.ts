import { DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new DeviceClaim(chart, 'gpus', {
    devices: { gpu: { deviceClass: 'gpu.nvidia.com', tolerations: [{ operator: 'Exists' }] } },
  });
});
