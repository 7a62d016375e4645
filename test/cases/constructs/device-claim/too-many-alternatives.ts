import { DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new DeviceClaim(chart, 'gpus', {
    devices: { gpu: [], others: Array.from({ length: 9 }, () => ({ deviceClass: 'gpu.nvidia.com' })) },
  });
});
