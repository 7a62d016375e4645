import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eksEnvironment, kubernetesEnvironment } from '../../support/environment';
import { ROOT } from '../../support/project';

const page = readFileSync(join(ROOT, 'docs', 'environment.md'), 'utf8');

it.each([
  ['EKS', eksEnvironment()],
  ['a plain cluster', kubernetesEnvironment()],
])('the page of environments names every field of one on %s', (_name, environment) => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const named = new Set(
    rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key)),
  );
  expect(Object.keys(environment).filter((key) => !named.has(key))).toEqual([]);
});
