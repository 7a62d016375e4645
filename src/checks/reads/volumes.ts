import { type StorageKind, storageKindOf, type WrongAccess, wrongAccess } from '../../knowledge/aws/storage-drivers';
import type { Environment } from '../../model/environment';
import { type FieldPath, isJsonObject, type JsonObject, listAt, mapAt, own, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { type ClaimAt, claimsOf } from './claims';
import { provisionerOf } from './provisioner';

interface Known {
  readonly index: ObjectIndex;
  readonly environment: Environment;
}

/** A claim, or a PersistentVolume, with the driver that serves it. */
export interface ServedVolume {
  readonly kind: StorageKind;
  readonly driver: string;
  readonly spec: JsonObject;
  readonly path: FieldPath;
  /** Type of the EBS volumes of its class; undefined where that is not known. */
  readonly ebsType: string | undefined;
  /** The beginning of a sentence that says who serves it. */
  readonly by: string;
}

/** The kinds beside those that hold claims. */
export const VOLUME_KIND = 'PersistentVolume';

/** What the object claims, or is, of drivers that are known. */
export function servedVolumes(object: RenderedObject, known: Known): readonly ServedVolume[] {
  if (object.kind === VOLUME_KIND && object.group === '') {
    const spec = own(object.value, 'spec');
    return isJsonObject(spec) ? served(spec, ['spec'], textAt(spec, 'csi', 'driver'), 'it') : [];
  }
  return claimsOf(object).flatMap((claim) => ofClaim(claim, known));
}

function ofClaim({ spec, path, className }: ClaimAt, { index, environment }: Known) {
  const volume = textAt(spec, 'volumeName');
  if (volume !== undefined) {
    const found = index.find({ group: '', kind: VOLUME_KIND, name: volume });
    const driver = found && textAt(found.value, 'spec', 'csi', 'driver');
    return served(spec, path, driver, `volume \`${volume}\``);
  }
  const name = className?.name ?? '';
  const storageClass = index.find({ group: 'storage.k8s.io', kind: 'StorageClass', name });
  const ebsType = textAt(mapAt(storageClass?.value, 'parameters'), 'type');
  return served(spec, path, provisionerOf(name, { index, environment }), `class \`${name}\``, ebsType ?? 'gp3');
}

function served(
  spec: JsonObject,
  path: FieldPath,
  driver: string | undefined,
  by: string,
  ebsType?: string,
): readonly ServedVolume[] {
  const kind = driver === undefined ? undefined : storageKindOf(driver);
  return driver === undefined || kind === undefined ? [] : [{ kind, driver, spec, path, ebsType, by }];
}

/** What the driver does not serve, and where it is asked for. An unknown access mode is the schema's finding. */
export function wrongAccessOf({ kind, spec, path, ebsType }: ServedVolume): readonly WrongAccessAt[] {
  const volumeMode = textAt(spec, 'volumeMode') ?? 'Filesystem';
  // A bare disk of a driver that has none is told once.
  const whole = wrongAccess(kind, { accessMode: '', volumeMode, ebsType });
  if (whole !== undefined) return [{ wrong: whole, path: [...path, 'volumeMode'], found: volumeMode }];
  return listAt(spec, 'accessModes').flatMap((mode, i) => {
    const wrong = wrongAccess(kind, { accessMode: String(mode), volumeMode, ebsType });
    return wrong === undefined ? [] : [{ wrong, path: [...path, 'accessModes', i], found: String(mode) }];
  });
}

export interface WrongAccessAt {
  readonly wrong: WrongAccess;
  readonly path: FieldPath;
  readonly found: string;
}
