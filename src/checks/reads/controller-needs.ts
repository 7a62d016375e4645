import { ownOf } from '../../grammar/own';
import type { ControllerNeed, ControllerUse } from '../../knowledge/aws/controller';
import { associationOf } from '../../model/associations';
import { listAt, mapAt, textAt } from '../../model/json';
import { podTemplateOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

/** Whether an object needs the controller. */
export function neededBy(need: ControllerNeed, object: RenderedObject): boolean {
  const { groups = [], kinds = [], drivers = [], classes = [], annotations = [], uses = [] } = need;
  if (groups.some((group) => (group.startsWith('.') ? object.group.endsWith(group) : object.group === group)))
    return true;
  if (kinds.includes(`${object.group}/${object.kind}`)) return true;
  if (drivers.length > 0 && driversOf(object).some((one) => drivers.includes(one))) return true;
  if (classes.length > 0 && classesOf(object).some((one) => classes.includes(one))) return true;
  if (annotations.length > 0 && hasAnnotation(object, annotations)) return true;
  return uses.some((use) => USES[use](object));
}

function driversOf(object: RenderedObject): readonly string[] {
  const { value } = object;
  const volumes = listAt(podTemplateOf(object)?.spec, 'volumes');
  const inline = volumes.map((volume) => textAt(volume, 'csi', 'driver'));
  const own = ownOf(DRIVER_FIELDS, object.kind);
  return [...inline, own === undefined ? undefined : textAt(value, ...own)].filter((one) => one !== undefined);
}

const DRIVER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  StorageClass: ['provisioner'],
  PersistentVolume: ['spec', 'csi', 'driver'],
  VolumeSnapshotClass: ['driver'],
};

function classesOf({ kind, value }: RenderedObject): readonly string[] {
  const path = ownOf(CLASS_FIELDS, kind);
  const found = path === undefined ? undefined : textAt(value, ...path);
  return found === undefined ? [] : [found];
}

const CLASS_FIELDS: Readonly<Record<string, readonly string[]>> = {
  IngressClass: ['spec', 'controller'],
  GatewayClass: ['spec', 'controllerName'],
  Service: ['spec', 'loadBalancerClass'],
};

function hasAnnotation({ value }: RenderedObject, beginnings: readonly string[]): boolean {
  const keys = Object.keys(mapAt(value, 'metadata', 'annotations'));
  return keys.some((key) => beginnings.some((beginning) => key.startsWith(beginning)));
}

const USES: Readonly<Record<ControllerUse, (object: RenderedObject) => boolean>> = {
  podIdentity: (object) => associationOf(object) !== undefined,
  resourceMetrics: readsResourceMetrics,
};

function readsResourceMetrics({ group, kind, value }: RenderedObject): boolean {
  if (group === 'autoscaling' && kind === 'HorizontalPodAutoscaler') {
    const metrics = listAt(value, 'spec', 'metrics');
    // Without metrics, Kubernetes takes the CPU.
    return metrics.length === 0 || metrics.some((one) => /Resource$/.test(textAt(one, 'type') ?? ''));
  }
  if (group !== 'keda.sh' || kind !== 'ScaledObject') return false;
  return listAt(value, 'spec', 'triggers').some((one) => ['cpu', 'memory'].includes(textAt(one, 'type') ?? ''));
}
