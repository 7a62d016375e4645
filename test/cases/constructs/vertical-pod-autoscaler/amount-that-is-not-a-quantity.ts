import { VerticalPodAutoscaler } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new VerticalPodAutoscaler(chart, 'size', { target, containers: { web: { maxAllowed: { memory: '2 gigabytes' } } } });
});
