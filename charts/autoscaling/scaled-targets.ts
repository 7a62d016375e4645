import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { TopologySpreadConstraint } from '../../imports/k8s';
import { splitApiVersion } from '../../src/model/identity';
import { mergePatch } from '../shared/override';
import type { TargetObject } from './scale-target';

/** What the autoscalers of a construct tree scale, and what waits for them, by the tree's root. */
const TREES = new WeakMap<object, Tree>();

interface Tree {
  /** The most Pods that run of each object. */
  readonly most: Map<string, number>;
  /** What is made for an object once it is known to have several Pods. */
  readonly waiting: Map<string, () => void>;
}

function treeOf({ node: { root } }: Construct): Tree {
  const tree = TREES.get(root) ?? { most: new Map(), waiting: new Map() };
  TREES.set(root, tree);
  return tree;
}

/** Notes what an autoscaler scales, in its own namespace, and to how many Pods. */
export function recordTarget(
  autoscaler: Construct,
  { apiVersion, kind, name }: TargetObject,
  maxReplicas: number,
): void {
  const { most, waiting } = treeOf(autoscaler);
  const key = keyOf(Chart.of(autoscaler).namespace, apiVersion, kind, name);
  most.set(key, Math.max(most.get(key) ?? 0, maxReplicas));
  if (maxReplicas < 2) return;
  waiting.get(key)?.();
  waiting.delete(key);
}

/** What a workload has only where it can have several Pods. */
export interface WhenSeveral {
  /** How they are spread; undefined where that was said, or where nothing spreads them. */
  readonly spread: readonly TopologySpreadConstraint[] | undefined;
  /** Makes what belongs to several Pods, such as a budget. */
  readonly make: () => void;
}

/**
 * Leaves the usual number of Pods out of what is rendered where an autoscaler scales the object, wherever in the tree it
 * stands, and whichever of the two is made first: each sync would undo it. Where the autoscaler makes several Pods of what
 * would be one, the workload gets what several Pods have.
 */
export function yieldReplicas(object: ApiObject, several?: WhenSeveral): void {
  const key = keyOf(object.metadata.namespace, object.apiVersion, object.kind, object.name);
  const { most, waiting } = treeOf(object);
  const render: () => unknown = object.toJson.bind(object);
  object.toJson = () => {
    const json = render();
    const pods = most.get(key);
    if (pods === undefined) return json;
    const template = { spec: { topologySpreadConstraints: several?.spread } };
    return mergePatch(json, {
      spec: { replicas: null, ...(pods > 1 && several?.spread !== undefined ? { template } : {}) },
    });
  };
  if (several === undefined) return;
  if ((most.get(key) ?? 0) > 1) several.make();
  else waiting.set(key, several.make);
}

function keyOf(namespace: string | undefined, apiVersion: string, kind: string, name: string): string {
  return [namespace ?? '', splitApiVersion(apiVersion).group, kind, name].join('|');
}
