import { BatchJob, DeviceClaim, inNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const gpus = new DeviceClaim(chart, 'gpus', { devices: { gpu: { deviceClass: 'gpu.nvidia.com' } } });
  new BatchJob(inNamespace(chart, 'shop-night'), 'train', { image: 'a/b:1', deviceClaims: [gpus] });
});
