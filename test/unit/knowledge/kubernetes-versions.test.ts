import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KUBERNETES_VERSIONS } from '../../../src/knowledge/kubernetes/versions';
import { ROOT } from '../../support/project';

const IMPORTS = join(ROOT, 'imports');

it('9.9 every version that environments may run has a pinned source and a schema, and no other has', () => {
  const sources = parse(readFileSync(join(IMPORTS, 'sources.yaml'), 'utf8')) as { kubernetes: { version: string }[] };
  expect(sources.kubernetes.map(({ version }) => version)).toEqual(KUBERNETES_VERSIONS);
  const schemas = readdirSync(join(IMPORTS, 'schemas')).flatMap(
    (name) => /^kubernetes-(.*)\.json$/.exec(name)?.[1] ?? [],
  );
  expect(schemas.sort()).toEqual(KUBERNETES_VERSIONS);
});

it('9.9 the newest is 1.37, whose typed constructs imports/k8s.ts holds', () => {
  expect(KUBERNETES_VERSIONS.at(-1)).toBe('1.37');
  expect(readFileSync(join(IMPORTS, 'k8s.ts'), 'utf8')).toContain('evictionResponders');
});
