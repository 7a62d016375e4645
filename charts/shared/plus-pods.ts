import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { LabelSelector } from '../../imports/k8s';

/** How a construct of cdk8s-plus selects Pods. */
export interface PlusPodSelector {
  /** The labels; cdk8s-plus keeps to itself how it writes them. */
  readonly labelSelector?: {
    /** Whether all Pods are selected. */
    isEmpty(): boolean;
  };
  /** Namespaces of the Pods; without them they are in that of the chart. */
  readonly namespaces?: {
    /** By their names. */
    readonly names?: readonly string[];
  };
}

/** A workload of any cdk8s-plus, or its `Pods`. */
export interface PlusPods extends IConstruct {
  /** cdk8s-plus's own method. */
  toPodSelectorConfig(): PlusPodSelector;
}

/** Those Pods as Kubernetes selects them, and their namespace where they are in one. */
export interface SelectedPods {
  readonly selector: LabelSelector;
  readonly namespace: string | undefined;
}

export function plusPods(pods: PlusPods): SelectedPods {
  const { labelSelector, namespaces } = pods.toPodSelectorConfig();
  const { matchLabels, matchExpressions } = (labelSelector as { _toKube?(): LabelSelector })?._toKube?.() ?? {};
  return {
    selector: { ...(matchLabels && { matchLabels }), ...(matchExpressions && { matchExpressions }) },
    namespace: namespaces === undefined ? Chart.of(pods).namespace : oneOf(namespaces.names),
  };
}

function oneOf(names: readonly string[] = []): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

export function isPlusPods(value: object): value is PlusPods {
  return 'toPodSelectorConfig' in value;
}
