import { HorizontalPodAutoscaler } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cache' };

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new HorizontalPodAutoscaler(chart, 'cache', { target, maxReplicas: 3, externalMetrics: [{ metric: 'queue' }] });
});
