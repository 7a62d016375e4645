import { describeIdentity, type ObjectIdentity } from './identity';
import { at, type JsonValue, mapAt, numberAt, textAt } from './json';
import { matchesLabels } from './label-match';

interface Whole extends ObjectIdentity {
  readonly value: JsonValue;
}

/**
 * How many Pods a rollout replaces, how many of them are missing meanwhile, and which budget there is: the end of a
 * sentence. Undefined for what no rollout replaces.
 * @param others all objects of the environment, for budgets and autoscalers
 */
export function podsOfRollout(workload: Whole, others: readonly Whole[]): string | undefined {
  const { kind, value } = workload;
  const missing = MISSING[kind]?.(value);
  if (missing === undefined) return undefined;
  return `${howMany(workload, others)}, ${missing}; ${budgetText(workload, others)}.`;
}

const MISSING: Readonly<Record<string, (value: JsonValue) => string>> = {
  Deployment: missingOfDeployment,
  Rollout: () => 'in the steps of its strategy',
  StatefulSet: () => 'one after the other from the highest number, each missing until it is ready again',
  DaemonSet: (value) => {
    const { maxUnavailable = 1, maxSurge = 0 } = mapAt(value, 'spec', 'updateStrategy', 'rollingUpdate');
    const surge = maxSurge === 0 ? '' : `${maxSurge} more at a time, `;
    return `${surge}at most ${maxUnavailable} missing at a time`;
  },
};

function missingOfDeployment(value: JsonValue): string {
  if (textAt(value, 'spec', 'strategy', 'type') === 'Recreate') return 'all missing until the new ones are ready';
  const { maxSurge = '25%', maxUnavailable = '25%' } = mapAt(value, 'spec', 'strategy', 'rollingUpdate');
  const replicas = at(value, 'spec', 'replicas');
  if (typeof replicas !== 'number') return `${upTo(maxUnavailable)} missing and ${shown(maxSurge)} more at a time`;
  const surge = partOf(maxSurge, replicas, Math.ceil);
  const rounded = partOf(maxUnavailable, replicas, Math.floor);
  // Where both are nothing, the controller takes one away.
  const missing = surge === 0 && rounded === 0 ? 1 : rounded;
  return `${upTo(missing)} missing and ${surge} more at a time`;
}

function upTo(amount: JsonValue): string {
  return amount === 0 || amount === '0%' ? 'none' : `at most ${shown(amount)}`;
}

function shown(amount: JsonValue | undefined): string {
  return String(amount);
}

function partOf(amount: JsonValue, replicas: number, round: (share: number) => number): number {
  if (typeof amount === 'number') return amount;
  return round((Number.parseFloat(String(amount)) / 100) * replicas);
}

function howMany(workload: Whole, others: readonly Whole[]): string {
  if (workload.kind === 'DaemonSet') return 'one Pod on each of its nodes';
  const replicas = numberAt(workload.value, 'spec', 'replicas');
  if (replicas !== undefined) return replicas === 1 ? 'its only Pod' : `all ${replicas} Pods`;
  const scaler = others.find((one) => isScalerOf(one, workload));
  if (scaler === undefined) return 'its only Pod';
  const [least, most] = SCALES.map((names) => names.map((name) => numberAt(scaler.value, 'spec', name)).find(isThere));
  return `all Pods, ${least ?? (scaler.kind === 'ScaledObject' ? 0 : 1)} to ${most ?? 100} of them`;
}

const SCALES = [
  ['minReplicas', 'minReplicaCount'],
  ['maxReplicas', 'maxReplicaCount'],
] as const;

function isThere(value: number | undefined): boolean {
  return value !== undefined;
}

function isScalerOf({ kind, namespace, value }: Whole, workload: Whole): boolean {
  if ((kind !== 'HorizontalPodAutoscaler' && kind !== 'ScaledObject') || namespace !== workload.namespace) return false;
  const target = mapAt(value, 'spec', 'scaleTargetRef');
  return target['name'] === workload.name && (target['kind'] ?? 'Deployment') === workload.kind;
}

/** Rollouts do not ask the budget; drains of nodes do, and a Pod that is not ready counts against it. */
function budgetText(workload: Whole, others: readonly Whole[]): string {
  const labels = mapAt(workload.value, 'spec', 'template', 'metadata', 'labels');
  const budget = others.find(
    ({ kind, namespace, value }) =>
      kind === 'PodDisruptionBudget' &&
      namespace === workload.namespace &&
      matchesLabels(at(value, 'spec', 'selector'), labels),
  );
  if (budget === undefined) return 'no PodDisruptionBudget selects them';
  const { minAvailable, maxUnavailable } = mapAt(budget.value, 'spec');
  const said =
    minAvailable === undefined ? `maxUnavailable ${shown(maxUnavailable)}` : `minAvailable ${shown(minAvailable)}`;
  return `${describeIdentity({ ...budget })} has ${said}`;
}
