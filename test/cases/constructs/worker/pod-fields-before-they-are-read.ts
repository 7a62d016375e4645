import { Worker } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new Worker(chart, 'worker', {
      image: 'a/b:1',
      podResources: { cpu: '1', memory: '1Gi' },
      resourceClaims: [{ name: 'gpus', resourceClaimName: 'gpus' }],
    });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
