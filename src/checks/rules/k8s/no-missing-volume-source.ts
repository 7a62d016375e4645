import { at, type FieldPath, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';
import { claimPrefixes, isOrdinalOf } from '../../reads/used-claims';

const SNAPSHOTS = 'snapshot.storage.k8s.io';

export const noMissingVolumeSource: ObjectRule = {
  id: 'k8s/no-missing-volume-source',
  severity: 'error',
  summary: 'The snapshot, claim or volume that a claim begins with exists, and so does the claim of a VolumeSnapshot.',
  why: 'The server takes a claim whose data comes from something that does not exist. The claim stays Pending, and so do its Pods; a snapshot is never ready.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support',
    'https://kubernetes.io/docs/concepts/storage/volume-snapshots/',
  ],
  kinds: [...CLAIM_HOLDERS, `${SNAPSHOTS}/VolumeSnapshot`],
  check(object, { index }, tell) {
    for (const { group, kind, name, namespace, path, symptom } of sourcesOf(object)) {
      if (index.exists({ group, kind, name, ...(namespace === undefined ? {} : { namespace }) })) continue;
      if (kind === 'PersistentVolumeClaim' && isMade(name, namespace, index)) continue;
      const where = namespace === undefined ? 'this environment' : `namespace ${namespace}`;
      tell({
        path,
        found: name,
        what: `it needs ${kind} "${name}", which ${where} does not have, so ${symptom}.${didYouMean(name, index.names(group, kind, namespace))}`,
        fix: `render the ${kind}, or declare it under \`external\` in environment.yaml.`,
      });
    }
  },
};

interface Source {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined for kinds of the whole cluster. */
  readonly namespace: string | undefined;
  readonly path: FieldPath;
  readonly symptom: string;
}

function sourcesOf(object: RenderedObject): readonly Source[] {
  const namespace = object.namespace ?? '';
  if (object.kind === 'VolumeSnapshot') {
    const path = ['spec', 'source', 'persistentVolumeClaimName'];
    const name = textAt(object.value, ...path);
    const claim = { group: '', kind: 'PersistentVolumeClaim', namespace, path, symptom: 'it is never ready' };
    return name === undefined ? [] : [{ ...claim, name }];
  }
  const symptom = 'the claim stays Pending';
  return claimsOf(object).flatMap(({ spec, path }) => {
    const sources = ['dataSource', 'dataSourceRef'].flatMap((field): readonly Source[] => {
      const source = at(spec, field);
      const kind = textAt(source, 'kind') ?? '';
      const group = textAt(source, 'apiGroup') ?? '';
      const name = textAt(source, 'name');
      if (name === undefined || !isKnown(group, kind)) return [];
      const elsewhere = textAt(source, 'namespace') ?? namespace;
      return [{ group, kind, name, namespace: elsewhere, path: [...path, field, 'name'], symptom }];
    });
    const volume = textAt(spec, 'volumeName');
    // The server wrote that one into a claim that is bound.
    if (volume === undefined || isBound(object)) return sources;
    const kind = 'PersistentVolume';
    const named = { group: '', kind, name: volume, namespace: undefined, path: [...path, 'volumeName'], symptom };
    return [...sources, named];
  });
}

function isKnown(group: string, kind: string): boolean {
  return (group === '' && kind === 'PersistentVolumeClaim') || (group === SNAPSHOTS && kind === 'VolumeSnapshot');
}

function isBound({ value }: RenderedObject): boolean {
  return mapAt(value, 'metadata', 'annotations')['pv.kubernetes.io/bind-completed'] !== undefined;
}

function isMade(name: string, namespace: string | undefined, index: ObjectIndex): boolean {
  return claimPrefixes(index.inNamespace('apps', 'StatefulSet', namespace)).some((prefix) => isOrdinalOf(name, prefix));
}
