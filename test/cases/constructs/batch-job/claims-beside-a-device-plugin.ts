import { BatchJob, DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  const gpus = new DeviceClaim(chart, 'gpus', {
    devices: { gpu: { deviceClass: 'gpu.nvidia.com' }, fabric: { deviceClass: 'efa.networking.k8s.aws' } },
  });
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    accelerator: { kind: 'nvidia', count: 1 },
    efa: { interfaces: 1 },
    deviceClaims: [gpus],
  });
}, karpenter);
