import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'worker', {
    image: 'a/b:1',
    resources: { cpu: '1', memory: '1Gi' },
    sidecars: [{ name: 'proxy', image: 'a/c:1', resources: { cpu: '500m', memory: '64Mi' } }],
    podResources: { cpu: '1200m', memory: '1Gi', memoryLimit: '1000Mi' },
  });
});
