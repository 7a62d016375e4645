import type { JsonObject } from '../../../src/model/json';
import { podsOfRollout } from '../../../src/model/pods-of-rollout';

const object = (group: string, kind: string, spec: JsonObject) => ({
  group,
  kind,
  namespace: 'shop',
  name: 'web',
  value: { spec },
});
const template = { metadata: { labels: { app: 'web' } } };
const workload = (kind: string, spec: JsonObject) => object('apps', kind, { template, ...spec });
const budget = object('policy', 'PodDisruptionBudget', { minAvailable: 2, selector: { matchLabels: { app: 'web' } } });
const scaler = object('autoscaling', 'HorizontalPodAutoscaler', {
  minReplicas: 2,
  maxReplicas: 9,
  scaleTargetRef: { kind: 'Deployment', name: 'web' },
});

describe('what a rollout means for Pods', () => {
  it.each([
    [
      workload('Deployment', { replicas: 3 }),
      [budget],
      'all 3 Pods, none missing and 1 more at a time; PodDisruptionBudget shop/web has minAvailable 2.',
    ],
    [
      workload('Deployment', { replicas: 8 }),
      [],
      'all 8 Pods, at most 2 missing and 2 more at a time; no PodDisruptionBudget selects them.',
    ],
    [
      workload('Deployment', { strategy: { type: 'Recreate' } }),
      [],
      'its only Pod, all missing until the new ones are ready; no PodDisruptionBudget selects them.',
    ],
    [
      workload('Deployment', {}),
      [scaler],
      'all Pods, 2 to 9 of them, at most 25% missing and 25% more at a time; no PodDisruptionBudget selects them.',
    ],
    [
      workload('StatefulSet', { replicas: 2 }),
      [],
      'all 2 Pods, one after the other from the highest number, each missing until it is ready again; no PodDisruptionBudget selects them.',
    ],
    [
      workload('DaemonSet', {}),
      [],
      'one Pod on each of its nodes, at most 1 missing at a time; no PodDisruptionBudget selects them.',
    ],
  ])('%#', (one, others, text) => expect(podsOfRollout(one, others)).toBe(text));

  it('is nothing for what no rollout replaces', () =>
    expect(podsOfRollout(object('batch', 'Job', {}), [])).toBeUndefined());
});
