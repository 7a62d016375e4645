import { DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const requests = Array.from({ length: 33 }, (_, index) => [`gpu-${index}`, { deviceClass: 'gpu.nvidia.com' }]);
  new DeviceClaim(chart, 'gpus', { devices: Object.fromEntries(requests) });
});
