import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifests } from '../../src/load/manifests';
import { diffObjects } from '../../src/model/object-diff';
import type { RenderedObject } from '../../src/model/rendered-object';
import { ROOT } from '../support/project';
import { EXTRA, FIELDS, type Known, MISSING, RENAMED } from './known-differences';

const WORKLOADS = join(ROOT, '..', 'shared', 'data', 'workloads');

/** What was published, and where we render it. */
const PAIRS = [
  ['retail-base.yaml', 'dev', ['retail-store', 'tenant-retail']],
  ['podinfo-dev.yaml', 'dev', ['podinfo']],
  ['podinfo-staging.yaml', 'staging', ['podinfo']],
  ['podinfo-production.yaml', 'prod', ['podinfo']],
  ['game-2048.yaml', 'prod', ['game-2048']],
] as const;

/** Without a content hash; ours and kustomize's are of different lengths. */
const keyOf = (o: RenderedObject) => {
  const name = o.kind === 'ConfigMap' ? o.name.replace(/-[0-9a-z]{10}$/, '') : o.name;
  return RENAMED[`${o.kind} ${name}`] ?? `${o.group}|${o.kind}|${o.namespace ?? ''}|${name}`;
};

const byKey = (objects: readonly RenderedObject[]) => new Map(objects.map((object) => [keyOf(object), object]));
const used = new Set<Known>();
const explains = (table: readonly Known[], text: string) => {
  const found = table.filter((row) => row.what.test(text));
  for (const row of found) used.add(row);
  return found.length > 0;
};

const there = existsSync(WORKLOADS);
if (!there)
  console.warn('the originals were not compared: they are not beside this checkout (../shared/data/workloads)');

(there ? describe : describe.skip)('the reference platform and the manifests it re-expresses', () => {
  it.each(PAIRS)('%s is rendered for %s, but for what the table explains', (file, environment, apps) => {
    const options = { environment, root: ROOT };
    const original = byKey(loadManifests(join(WORKLOADS, file), options).objects);
    const ours = byKey(apps.flatMap((app) => loadManifests(join(ROOT, 'dist', environment, app), options).objects));
    const missing = [...original.keys()].filter((key) => !ours.has(key) && !explains(MISSING, key));
    const extra = [...ours.keys()].filter((key) => !original.has(key) && !explains(EXTRA, key));
    const changed = [...original].flatMap(([key, { kind, value }]) =>
      diffObjects(value, ours.get(key)?.value ?? value)
        .map(({ field, before, after }) => `${kind} ${field}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`)
        .filter((text) => !explains(FIELDS, text))
        .map((text) => `${key}: ${text}`),
    );
    expect({ missing, extra, changed }).toEqual({ missing: [], extra: [], changed: [] });
  });

  it('the table explains nothing that does not occur', () => {
    expect([...MISSING, ...FIELDS, ...EXTRA].filter((row) => !used.has(row)).map((row) => String(row.what))).toEqual(
      [],
    );
  });
});
