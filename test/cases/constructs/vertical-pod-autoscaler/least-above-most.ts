import { VerticalPodAutoscaler } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

export default mistake((chart) => {
  new VerticalPodAutoscaler(chart, 'size', {
    target,
    containers: { web: { minAllowed: { cpu: '2' }, maxAllowed: { cpu: '500m' } } },
  });
});
