import { STORAGE_DRIVERS, storageKindOf } from '../../knowledge/aws/storage-drivers';
import { at, type FieldPath, listAt, textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { CheckContext } from '../engine/rule';
import { claimsOf } from './claims';
import { provisionerOf } from './provisioner';

export interface FargateRefusal {
  readonly path: FieldPath;
  /** What Fargate refuses. */
  readonly what: string;
  readonly fix: string;
}

const ON_DEMAND = 'volumes made on demand';
const STATIC_EFS = 'use an EFS volume that exists already (a static PersistentVolume).';
const ON_NODES = 'leave it out, or run the Pod on nodes.';

/**
 * What a Pod on Fargate cannot mount: nothing is made on demand for it, and of the drivers only that of EFS is there.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
 */
export function fargateVolumes(template: PodTemplate, context: CheckContext): readonly FargateRefusal[] {
  const spec = [...template.path, 'spec', 'volumes'];
  const found = listAt(template.spec, 'volumes').flatMap((volume, i): readonly FargateRefusal[] => {
    const path = [...spec, i];
    const driver = textAt(volume, 'csi', 'driver');
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (at(volume, 'hostPath') !== undefined)
      return [{ path: [...path, 'hostPath'], what: 'folders of the host', fix: ON_NODES }];
    if (at(volume, 'ephemeral') !== undefined)
      return [{ path: [...path, 'ephemeral'], what: ON_DEMAND, fix: STATIC_EFS }];
    if (driver !== undefined)
      return [{ path: [...path, 'csi'], what: `volumes of ${driver}, whose DaemonSet is not there`, fix: ON_NODES }];
    return claim === undefined ? [] : ofClaim(claim, path, template.owner.namespace ?? '', context);
  });
  if (listAt(template.owner.value, 'spec', 'volumeClaimTemplates').length === 0) return found;
  return [...found, { path: ['spec', 'volumeClaimTemplates'], what: ON_DEMAND, fix: STATIC_EFS }];
}

function ofClaim(name: string, path: FieldPath, namespace: string, context: CheckContext): readonly FargateRefusal[] {
  const claim = context.index.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
  if (claim === undefined) return [];
  const driver = volumeDriver(claim, context);
  const kind = driver === undefined ? undefined : storageKindOf(driver);
  if (kind !== undefined && !STORAGE_DRIVERS[kind].onFargate)
    return [{ path, what: `volumes of ${driver} (${STORAGE_DRIVERS[kind].title})`, fix: STATIC_EFS }];
  const className = claimsOf(claim)[0]?.className?.name ?? '';
  const provisioner = className === '' || driver !== undefined ? undefined : provisionerOf(className, context);
  return provisioner === undefined
    ? []
    : [{ path, what: `volumes of ${provisioner}, made on demand`, fix: STATIC_EFS }];
}

/** The driver of the volume that exists for the claim; undefined where one is made, or none is known. */
function volumeDriver({ value }: RenderedObject, { index }: CheckContext): string | undefined {
  const name = textAt(value, 'spec', 'volumeName');
  const volume = name === undefined ? undefined : index.find({ group: '', kind: 'PersistentVolume', name });
  return volume && textAt(volume.value, 'spec', 'csi', 'driver');
}
