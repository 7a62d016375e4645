import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { grows, isRemoved, shrinks } from './values';

const HPA = `${K8S}tasks/run-application/horizontal-pod-autoscale/`;
const BUDGET = `${K8S}concepts/workloads/pods/disruptions/`;
const QUOTA = `${K8S}concepts/policy/resource-quotas/`;

/** What decides how many Pods there are, and which of them may go. */
export const SCALING_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'HorizontalPodAutoscaler', source: HPA },
    {
      'autoscaler-minimum': {
        field: /^spec\.minReplicas$/,
        shown: 'spec.minReplicas',
        risk: 'scale',
        why: 'so many Pods run and are paid for at the quietest hour.',
      },
      'autoscaler-maximum': {
        field: /^spec\.maxReplicas$/,
        shown: 'spec.maxReplicas, more',
        when: grows,
        risk: 'scale',
        why: 'more Pods may run, and be paid for, at the busiest hour.',
      },
      'autoscaler-lower': {
        field: /^spec\.maxReplicas$/,
        shown: 'spec.maxReplicas, fewer',
        when: shrinks,
        risk: 'scale',
        why: 'Pods beyond the new maximum go at once, in the middle of the busiest hour too.',
      },
      'autoscaler-metrics': {
        field: /^spec\.(?:metrics|behavior|scaleTargetRef)\b/,
        shown: 'spec.{metrics, behavior, scaleTargetRef}',
        risk: 'scale',
        why: 'the number of Pods follows other measures from now on.',
      },
      'autoscaler-removed': {
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'scale',
        why: 'the number of Pods stays where it is, whatever comes; where Git has none, the next apply may write 1.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'keda.sh/ScaledObject', source: 'https://keda.sh/docs/latest/concepts/scaling-deployments/' },
    {
      'scaled-object': {
        field: /^spec\b/,
        shown: 'spec of a ScaledObject',
        risk: 'scale',
        why: 'the number of Pods follows other bounds or triggers from now on.',
      },
      'scaled-object-removed': {
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'scale',
        why: 'the number of Pods stays where it is, unless restoreToOriginalReplicaCount is set.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'PodDisruptionBudget', source: BUDGET },
    {
      'budget-closed': {
        field: /^spec\.maxUnavailable$/,
        shown: 'spec.maxUnavailable → 0',
        when: ({ after }) => after === 0 || after === '0%',
        risk: 'capacity',
        why: 'no Pod may be evicted: drains of nodes, Karpenter and patches of Fargate wait without end. Rollouts do not ask the budget.',
      },
      budget: {
        field: /^spec\.(?:minAvailable|maxUnavailable|unhealthyPodEvictionPolicy)$/,
        shown: 'spec.{minAvailable, maxUnavailable}',
        risk: 'harmless',
        why: 'drains of nodes go by it; no Pod restarts.',
        last: true,
      },
      'budget-pods': {
        field: /^spec\.selector\b/,
        shown: 'spec.selector of a PodDisruptionBudget',
        risk: 'capacity',
        why: 'other Pods are kept during drains, and those that were are not.',
      },
      'budget-removed': {
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'unavailable',
        why: 'a drain of nodes may take all Pods at one time.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'ResourceQuota', source: QUOTA },
    {
      'quota-lower': {
        field: /^spec\.hard\b/,
        shown: 'spec.hard, lower',
        when: shrinks,
        risk: 'capacity',
        why: 'Pods that run stay, and the next rollout fails with FailedCreate where it goes beyond.',
      },
      'quota-higher': {
        field: /^spec\.hard\b/,
        shown: 'spec.hard, higher or gone',
        when: (change) => grows(change) || isRemoved(change),
        risk: 'cost',
        why: 'the namespace may use more than before.',
      },
      'limit-range': {
        kinds: 'LimitRange',
        field: /^spec\b/,
        shown: 'spec of a LimitRange',
        risk: 'capacity',
        why: 'Pods that run stay; new ones get other defaults, or are refused with FailedCreate.',
        source: `${K8S}concepts/policy/limit-range/`,
      },
    },
  ),
  ...rowsOf(
    { kinds: 'PriorityClass', source: `${K8S}concepts/scheduling-eviction/pod-priority-preemption/` },
    {
      'priority-default': {
        field: /^globalDefault$/,
        shown: 'globalDefault of a PriorityClass',
        risk: 'capacity',
        why: 'Pods without a class have another priority from now on; those that run keep theirs.',
      },
    },
  ),
];
