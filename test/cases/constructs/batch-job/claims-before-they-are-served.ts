import { BatchJob } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new BatchJob(chart, 'train', {
      image: 'a/b:1',
      deviceClaims: [{ name: 'gpus', shared: false, deviceClasses: ['gpu.nvidia.com'] }],
    });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
