import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { splitApiVersion } from '../../src/model/identity';
import { mergePatch } from '../shared/override';
import type { TargetObject } from './scale-target';

/** What the autoscalers of a construct tree scale, by the tree's root. */
const TARGETS = new WeakMap<object, Set<string>>();

/** Notes what an autoscaler scales, in its own namespace. */
export function recordTarget(autoscaler: Construct, { apiVersion, kind, name }: TargetObject): void {
  const { root } = autoscaler.node;
  const targets = TARGETS.get(root) ?? new Set();
  TARGETS.set(root, targets.add(keyOf(Chart.of(autoscaler).namespace, apiVersion, kind, name)));
}

/**
 * Leaves the usual number of Pods out of what is rendered where an autoscaler scales the object, wherever in the tree it
 * stands, and whichever of the two is made first: each sync would undo it.
 */
export function yieldReplicas(object: ApiObject): void {
  const render: () => unknown = object.toJson.bind(object);
  object.toJson = () => {
    const json = render();
    return isScaled(object) ? mergePatch(json, { spec: { replicas: null } }) : json;
  };
}

function isScaled({ apiVersion, kind, name, metadata, node }: ApiObject): boolean {
  return TARGETS.get(node.root)?.has(keyOf(metadata.namespace, apiVersion, kind, name)) ?? false;
}

function keyOf(namespace: string | undefined, apiVersion: string, kind: string, name: string): string {
  return [namespace ?? '', splitApiVersion(apiVersion).group, kind, name].join('|');
}
