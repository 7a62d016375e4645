import { HorizontalPodAutoscaler } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cache' };

export default mistake((chart) => {
  new HorizontalPodAutoscaler(chart, 'cache', {
    target,
    maxReplicas: 3,
    // @ts-expect-error the compiler says it first
    podMetrics: [{ metric: 'rps', averageValue: 'many' }],
    // @ts-expect-error the compiler says it first
    externalMetrics: [{ metric: 'queue', value: 'many' }],
  });
});
