import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'worker', {
    image: 'a/b:1',
    resources: { cpu: '1', memory: '1Gi', claims: [{ name: 'gpu' }] },
    resourceClaims: [
      { name: 'gpus.v1', resourceClaimName: 'gpus', resourceClaimTemplateName: 'gpus' },
      { name: 'fabric' },
    ],
  });
});
