import { at, type FieldPath, isJsonObject, listAt, own, textAt } from './json';
import { containersOf, type PodTemplate } from './pod-spec';

/** One place where a Pod reads a ConfigMap or Secret. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Absent where all keys are read. */
  readonly key?: string;
  readonly path: FieldPath;
  readonly optional: boolean;
}

/** Several rules ask for the same references; they are found once. */
const FOUND = new WeakMap<PodTemplate, readonly ConfigReference[]>();

/** All references of a Pod template: variables, whole maps, volumes, projected volumes, pull secrets. */
export function configReferences(template: PodTemplate): readonly ConfigReference[] {
  const known = FOUND.get(template);
  if (known !== undefined) return known;
  const found = referencesOf(template);
  FOUND.set(template, found);
  return found;
}

function referencesOf(template: PodTemplate): readonly ConfigReference[] {
  const found: ConfigReference[] = [];
  const add = (kind: ConfigReference['kind'], name: unknown, path: FieldPath, source: unknown, key?: unknown): void => {
    if (typeof name !== 'string') return;
    found.push({
      kind,
      name,
      path,
      optional: at(source, 'optional') === true,
      ...(typeof key === 'string' ? { key } : {}),
    });
  };
  for (const { container, path } of containersOf(template)) {
    listAt(container, 'env').forEach((variable, i) => {
      const source = own(variable, 'valueFrom');
      if (source === undefined) return;
      const here = [...path, 'env', i, 'valueFrom'];
      const configMap = own(source, 'configMapKeyRef');
      const secret = own(source, 'secretKeyRef');
      add('ConfigMap', textAt(configMap, 'name'), [...here, 'configMapKeyRef'], configMap, at(configMap, 'key'));
      add('Secret', textAt(secret, 'name'), [...here, 'secretKeyRef'], secret, at(secret, 'key'));
    });
    listAt(container, 'envFrom').forEach((source, i) => {
      add(
        'ConfigMap',
        textAt(source, 'configMapRef', 'name'),
        [...path, 'envFrom', i, 'configMapRef'],
        at(source, 'configMapRef'),
      );
      add('Secret', textAt(source, 'secretRef', 'name'), [...path, 'envFrom', i, 'secretRef'], at(source, 'secretRef'));
    });
  }
  const spec = [...template.path, 'spec'];
  listAt(template.spec, 'volumes').forEach((volume, i) => {
    const here = [...spec, 'volumes', i];
    volumeReferences(own(volume, 'configMap'), 'ConfigMap', 'name', [...here, 'configMap'], add);
    volumeReferences(own(volume, 'secret'), 'Secret', 'secretName', [...here, 'secret'], add);
    listAt(volume, 'projected', 'sources').forEach((source, j) => {
      const inner = [...here, 'projected', 'sources', j];
      volumeReferences(at(source, 'configMap'), 'ConfigMap', 'name', [...inner, 'configMap'], add);
      volumeReferences(at(source, 'secret'), 'Secret', 'name', [...inner, 'secret'], add);
    });
  });
  listAt(template.spec, 'imagePullSecrets').forEach((secret, i) => {
    add('Secret', textAt(secret, 'name'), [...spec, 'imagePullSecrets', i], secret);
  });
  return found;
}

type Add = (kind: ConfigReference['kind'], name: unknown, path: FieldPath, source: unknown, key?: unknown) => void;

function volumeReferences(
  source: unknown,
  kind: ConfigReference['kind'],
  nameField: string,
  path: FieldPath,
  add: Add,
): void {
  if (!isJsonObject(source)) return;
  const name = at(source, nameField);
  const items = listAt(source, 'items');
  if (items.length === 0) add(kind, name, path, source);
  items.forEach((item, i) => {
    add(kind, name, [...path, 'items', i], source, at(item, 'key'));
  });
}
