import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { at, textAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';

/** An object that can be scaled: of cdk8s, of any cdk8s-plus, or its kind and name in the same namespace. */
export interface TargetObject {
  /** Group and version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Such as `Deployment`. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
}

/** What an autoscaler scales: a workload with a Deployment, Rollout or StatefulSet, or such an object itself. */
export type ScaleTargetInput =
  | { readonly deployment: TargetObject; readonly rollout?: TargetObject }
  | { readonly statefulSet: TargetObject }
  | TargetObject;

/** What can be measured: also workloads that nobody scales. */
export type MeasuredInput =
  | ScaleTargetInput
  | { readonly daemonSet: TargetObject }
  | { readonly cronJob: TargetObject };

/** How Kubernetes names a target. */
export function targetReference(input: MeasuredInput): TargetObject {
  const { apiVersion, kind, name } = objectOf(input);
  return { apiVersion, kind, name };
}

function objectOf(input: MeasuredInput): TargetObject {
  if ('rollout' in input && input.rollout !== undefined) return input.rollout;
  if ('deployment' in input) return input.deployment;
  if ('statefulSet' in input) return input.statefulSet;
  if ('daemonSet' in input) return input.daemonSet;
  return 'cronJob' in input ? input.cronJob : input;
}

/**
 * An autoscaler finds its target in its own namespace alone. A target that is only named is taken for one of it.
 * @returns whether it can be found
 */
export function judgeTargetNamespace(scope: Construct, input: MeasuredInput, problems: Problems): boolean {
  const target = objectOf(input);
  const [own, other] = [Chart.of(scope).namespace, namespaceOf(target)];
  const isFound = own === undefined || other === undefined || own === other;
  problems.unless(
    isFound,
    `the target, ${target.kind} ${target.name}, is in namespace ${other}, and the autoscaler in ${own}: it looks for its target in its own, and finds none.`,
    'make it in the chart of its target, such as `inNamespace(scope, …)`.',
  );
  return isFound;
}

/** Undefined where nobody says one. */
function namespaceOf(target: TargetObject): string | undefined {
  if (!Construct.isConstruct(target)) return undefined;
  return textAt(target, 'metadata', 'namespace') ?? Chart.of(target).namespace;
}

/** A workload that states replicas is set back by each sync. What is only named here is judged by the rules. */
export function judgeStatedReplicas(input: ScaleTargetInput, problems: Problems): void {
  const target = objectOf(input);
  const replicas = ApiObject.isApiObject(target) ? at(target.toJson(), 'spec', 'replicas') : at(target, 'replicas');
  problems.unless(
    replicas === undefined,
    `${target.kind} ${target.name} states replicas ${String(replicas)}: each sync would undo the autoscaler.`,
    'leave replicas out of the workload, and say the fewest Pods here.',
  );
}

/** A workload of cdk8s-plus writes replicas unless it knows of an autoscaler. */
export function leaveReplicas(input: ScaleTargetInput): void {
  const target = objectOf(input);
  if ('markHasAutoscaler' in target && typeof target.markHasAutoscaler === 'function') target.markHasAutoscaler();
}
