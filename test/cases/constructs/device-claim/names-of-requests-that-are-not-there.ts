import { DeviceClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new DeviceClaim(chart, 'gpus', {
    devices: { gpu: { deviceClass: 'gpu.nvidia.com' }, any: [{ deviceClass: 'a.example.com' }] },
    constraints: [{ requests: ['gpus', 'any/choice-1'], matchAttribute: 'resource.aws.com/devicegroup4_id' }],
    config: [{ requests: ['any/choice-2'], opaque: { driver: 'gpu.nvidia.com', parameters: {} } }],
  });
});
