import { VerticalPodAutoscaler } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

export default mistake(
  (chart) => {
    new VerticalPodAutoscaler(chart, 'size', { target, mode: 'InPlaceOrRecreate' });
  },
  eksEnvironment({ kubernetesVersion: '1.32' }),
);
