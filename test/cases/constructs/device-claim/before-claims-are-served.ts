import { DeviceClaim } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new DeviceClaim(chart, 'gpus', { devices: { gpu: { deviceClass: 'gpu.nvidia.com' } } });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
