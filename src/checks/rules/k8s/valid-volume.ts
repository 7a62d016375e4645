import { at, type FieldPath, isJsonObject, type JsonValue, listAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import { judgeMount } from '../../../model/pods/judge-mount';
import { judgeVolume } from '../../../model/pods/judge-volume';
import { didYouMean } from '../../../model/suggest';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

export const validVolume: PodRule = {
  id: 'k8s/valid-volume',
  severity: 'error',
  summary: 'Every mount names a volume of its Pod, at a path of its own, and every volume has one source.',
  why: 'The server refuses a mount of a volume that the Pod does not have, and paths that lead outside a volume.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/volumes/',
    'https://kubernetes.io/docs/concepts/storage/projected-volumes/',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    const names = volumes(template, refused, tell);
    for (const { container, path } of containersOf(template)) {
      listAt(container, 'volumeMounts').forEach((one, i) => {
        mount(one, () => [...path, 'volumeMounts', i], names, refused, tell);
        for (const said of judgeMount(one, container, refused))
          tell({ ...said, path: [...path, 'volumeMounts', i, ...said.path] });
      });
      listAt(container, 'volumeDevices').forEach((one, i) => {
        named(one, () => [...path, 'volumeDevices', i], names, refused, tell);
      });
    }
  },
};

/** @returns the names that a mount can use; a StatefulSet adds its claims */
function volumes(template: PodTemplate, refused: string, tell: Tell): ReadonlySet<string> {
  const names = new Set<string>();
  listAt(template.spec, 'volumes').forEach((volume, i) => {
    if (!isJsonObject(volume)) return;
    const name = String(volume['name']);
    names.add(name);
    const here = () => [...template.path, 'spec', 'volumes', i];
    const sources = Object.keys(volume).filter((key) => key !== 'name' && isJsonObject(volume[key]));
    if (sources.length > 1)
      tell({
        path: here(),
        found: sources.join(' and '),
        wanted: 'one source',
        what: `volume "${name}" has ${sources.length} sources (${sources.join(', ')}), so ${refused}.`,
        fix: 'keep one of them.',
      });
    for (const said of judgeVolume(volume, refused)) tell({ ...said, path: [...here(), ...said.path] });
    files(volume['configMap'], () => [...here(), 'configMap'], refused, tell);
    files(volume['secret'], () => [...here(), 'secret'], refused, tell);
    listAt(volume, 'projected', 'sources').forEach((source, s) => {
      for (const kind of ['configMap', 'secret'])
        files(at(source, kind), () => [...here(), 'projected', 'sources', s, kind], refused, tell);
    });
  });
  if (template.owner.kind === 'StatefulSet')
    for (const claim of listAt(template.owner.value, 'spec', 'volumeClaimTemplates'))
      names.add(textAt(claim, 'metadata', 'name') ?? '');
  return names;
}

/** Files of a ConfigMap or Secret lie inside their volume. */
function files(source: unknown, here: () => FieldPath, refused: string, tell: Tell): void {
  if (source === undefined) return;
  listAt(source, 'items').forEach((item, i) => {
    const path = textAt(item, 'path');
    if (path === undefined || inside(path)) return;
    tell({
      path: [...here(), 'items', i, 'path'],
      found: path,
      what: `the file "${path}" would lie outside its volume, so ${refused}.`,
      fix: 'use a relative path without `..`.',
    });
  });
}

function mount(one: JsonValue, here: () => FieldPath, names: ReadonlySet<string>, refused: string, tell: Tell): void {
  named(one, here, names, refused, tell);
  const subPath = textAt(one, 'subPath') ?? '';
  const expression = textAt(one, 'subPathExpr') ?? '';
  if (subPath !== '' && expression !== '')
    tell({
      path: [...here(), 'subPathExpr'],
      found: expression,
      what: `a mount has a \`subPath\` and a \`subPathExpr\`, so ${refused}.`,
      fix: 'keep one of them.',
    });
  for (const [field, path] of [
    ['subPath', subPath],
    ['subPathExpr', expression],
  ] as const) {
    if (path === '' || inside(path)) continue;
    tell({
      path: [...here(), field],
      found: path,
      what: `the mount’s ${field} "${path}" leads outside its volume, so ${refused}.`,
      fix: 'use a relative path without `..`.',
    });
  }
}

function named(one: JsonValue, here: () => FieldPath, names: ReadonlySet<string>, refused: string, tell: Tell): void {
  const name = textAt(one, 'name');
  // A missing name is the schema's finding.
  if (name === undefined || names.has(name)) return;
  tell({
    path: [...here(), 'name'],
    found: name,
    wanted: [...names].join(', '),
    what: `a container mounts volume "${name}", which its Pod does not have, so ${refused}.${didYouMean(name, names)}`,
    fix: 'name a volume of the Pod, or add it.',
  });
}

function inside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}
