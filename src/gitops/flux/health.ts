import type { JsonObject } from '../../model/json';
import { by } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { orderOf } from '../order';

const WORKLOADS: ReadonlySet<string> = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet']);

/**
 * What makes an app ready: all of its objects. Where a claim is Pending until Pods start at another time, all would never be
 * healthy, so its workloads alone are looked at.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#wait
 */
export function healthOf(objects: readonly RenderedObject[]): JsonObject {
  if (orderOf(objects).pending.size === 0) return { wait: true };
  const workloads = objects.filter(({ group, kind }) => WORKLOADS.has(`${group}/${kind}`));
  if (workloads.length === 0) return { wait: false };
  return {
    wait: false,
    healthChecks: [...workloads]
      .sort(by(({ kind, namespace = '', name }) => `${kind}/${namespace}/${name}`))
      .map(({ kind, namespace = '', name }) => ({ apiVersion: 'apps/v1', kind, name, namespace })),
  };
}
