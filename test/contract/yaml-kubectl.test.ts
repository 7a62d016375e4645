import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/json';
import { stringifyYaml } from '../../src/render/yaml/stringify';
import { HAZARDS } from '../render/yaml/hazards';
import { everywhere } from '../support/yaml-models';

const env = { ...process.env, KUBECONFIG: '/dev/null' };
const there = spawnSync('kubectl', ['version', '--client'], { env }).status === 0;
if (!there) console.warn('kubectl was not asked what it reads: it is not on PATH');

const objects = HAZARDS.map(([, text], index) => ({
  apiVersion: 'example.com/v1',
  kind: 'Hazard',
  metadata: { name: `hazard-${index}` },
  spec: everywhere(text),
}));

/** Adds an annotation without any cluster, and prints what was read as JSON. */
function read(path: string): readonly JsonObject[] {
  const options = ['--local', '-R', '-f', path, '-o', 'json', 'reader.test/x=1', '--overwrite'];
  const ran = spawnSync('kubectl', ['annotate', ...options], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(ran.stderr).toBe('');
  const whole = `[${ran.stdout.trim().replaceAll('\n}\n{', '\n},\n{')}]`;
  return (JSON.parse(whole) as { metadata: { name: string; annotations?: unknown } }[])
    .map((object) => ({ ...object, metadata: { name: object.metadata.name } }))
    .sort((a, b) => Number(a.metadata.name.slice(7)) - Number(b.metadata.name.slice(7)));
}

(there ? describe : describe.skip)('kubectl', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubectl-'));
    for (const object of objects)
      writeFileSync(join(folder, `${object.metadata.name}.yaml`), stringifyYaml(object as unknown as JsonObject));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads every hazard as it was written', () => {
    expect(read(folder)).toEqual(objects);
  });

  it('reads the same from what its kustomize makes of it', () => {
    // Two keys it writes in a form that means something else: those of more than 1,024 characters, and `<<`.
    const asked = objects.filter(({ spec }) => spec['value'] !== '<<' && String(spec['value']).length < 1000);
    const resources = asked.map((object) => `${object.metadata.name}.yaml`);
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify({ resources }));
    const ran = spawnSync('kubectl', ['kustomize', folder], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(ran.stderr.slice(0, 500)).toBe('');
    const built = join(folder, 'built.yaml');
    writeFileSync(built, ran.stdout);
    expect(read(built)).toEqual(asked);
  });
});
