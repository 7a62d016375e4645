import { SECRETS_STORE } from '../../knowledge/kubernetes/secrets-store';
import { type ConfigReference, configReferences } from '../config-references';
import type { ObjectIdentity } from '../identity';
import { type FieldPath, listAt, textAt } from '../json';
import type { PodTemplate } from '../pod-spec';

/** An object that Pods cannot start without. */
export interface PodReference {
  readonly id: ObjectIdentity;
  /** Where the Pods' owner names it. */
  readonly path: FieldPath;
  /** What happens to the Pods while it is not there: `its Pod stays Pending`. */
  readonly waits: string;
  /** Set for a ConfigMap or Secret, which a controller may make. */
  readonly config?: ConfigReference;
}

/** What the Pods of a template cannot start without, their Namespace aside. */
export function podReferences(template: PodTemplate): readonly PodReference[] {
  return [...ofAccount(template), ...ofConfiguration(template), ...ofVolumes(template), ...ofClasses(template)];
}

function* ofAccount({ owner, path, spec }: PodTemplate): Generator<PodReference> {
  const name = textAt(spec, 'serviceAccountName');
  if (name === undefined) return;
  yield {
    id: inNamespaceOf(owner, 'ServiceAccount', name),
    path: [...path, 'spec', 'serviceAccountName'],
    waits: 'its Pod is never created',
  };
}

function* ofConfiguration(template: PodTemplate): Generator<PodReference> {
  for (const config of configReferences(template)) {
    if (config.optional) continue;
    const id = inNamespaceOf(template.owner, config.kind, config.name);
    yield { id, path: config.path, waits: 'its Pod stays in CreateContainerConfigError', config };
  }
}

function* ofVolumes({ owner, path, spec }: PodTemplate): Generator<PodReference> {
  for (const [i, volume] of listAt(spec, 'volumes').entries()) {
    const here = [...path, 'spec', 'volumes', i];
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (claim !== undefined)
      yield {
        id: inNamespaceOf(owner, 'PersistentVolumeClaim', claim),
        path: [...here, 'persistentVolumeClaim', 'claimName'],
        waits: 'its Pod stays Pending',
      };
    const brought = textAt(volume, 'csi', 'volumeAttributes', 'secretProviderClass');
    if (brought !== undefined && textAt(volume, 'csi', 'driver') === SECRETS_STORE.driver)
      yield {
        id: { ...inNamespaceOf(owner, 'SecretProviderClass', brought), group: SECRETS_STORE.group },
        path: [...here, 'csi', 'volumeAttributes', 'secretProviderClass'],
        waits: 'its Pod stays in ContainerCreating',
      };
  }
}

/** Classes that the server looks up when it creates a Pod. */
const CLASSES = [
  ['priorityClassName', 'scheduling.k8s.io', 'PriorityClass'],
  ['runtimeClassName', 'node.k8s.io', 'RuntimeClass'],
] as const;

function* ofClasses({ path, spec }: PodTemplate): Generator<PodReference> {
  for (const [field, group, kind] of CLASSES) {
    const name = textAt(spec, field);
    if (name === undefined) continue;
    yield { id: { group, kind, name }, path: [...path, 'spec', field], waits: 'its Pod is never created' };
  }
}

function inNamespaceOf({ namespace = '' }: ObjectIdentity, kind: string, name: string): ObjectIdentity {
  return { group: '', kind, namespace, name };
}
