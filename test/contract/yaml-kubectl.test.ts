import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { stringifyYaml } from '../../src/render/yaml/stringify';
import { CONTESTED, HEAD, READ_ALIKE } from '../support/contested-yaml';
import { everywhere, models } from '../support/yaml-models';
import { HAZARDS } from '../unit/render/yaml/hazards';

const env = { ...process.env, KUBECONFIG: '/dev/null' };
const there = spawnSync('kubectl', ['version', '--client'], { env }).status === 0;
if (!there) console.warn('kubectl was not asked what it reads: it is not on PATH');

const toObject = (spec: unknown, index: number) => ({
  apiVersion: 'example.com/v1',
  kind: 'Hazard',
  metadata: { name: `hazard-${index}` },
  spec,
});
const objects = HAZARDS.map(([, text], index) => ({ ...toObject(undefined, index), spec: everywhere(text) }));

function writeAll(folder: string, all: readonly { readonly metadata: { readonly name: string } }[]): void {
  for (const object of all)
    writeFileSync(join(folder, `${object.metadata.name}.yaml`), stringifyYaml(object as unknown as JsonObject));
}

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
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubectl-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads every hazard as it was written', () => {
    writeAll(folder, objects);
    expect(read(folder)).toEqual(objects);
  });

  it('reads the same from what its kustomize makes of it', () => {
    // Two keys it writes in a form that means something else: those of more than 1,024 characters, and `<<`.
    writeAll(folder, objects);
    const asked = objects.filter(({ spec }) => spec['value'] !== '<<' && String(spec['value']).length < 1000);
    const resources = asked.map((object) => `${object.metadata.name}.yaml`);
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify({ resources }));
    const ran = spawnSync('kubectl', ['kustomize', folder], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(ran.stderr.slice(0, 500)).toBe('');
    const built = join(folder, 'built.yaml');
    writeFileSync(built, ran.stdout);
    expect(read(built)).toEqual(asked);
  });

  // The same models each time, and others with CONTRACT=1; the seed stands in the failure.
  const seed = process.env['CONTRACT'] === undefined ? 1 : Date.now() % 2 ** 31;
  it(`reads models of chance as they were written (seed ${seed})`, () => {
    const some = join(folder, 'some');
    mkdirSync(some);
    const written = fc
      .sample(models, { numRuns: process.env['CONTRACT'] === undefined ? 500 : 5000, seed })
      .map(toObject);
    writeAll(some, written);
    expect(read(some)).toEqual(written);
  });

  it('6.3 reads in its own way what is not read of a folder, and the rest alike', () => {
    const dataOf = (yaml: string) => {
      const path = join(folder, 'odd.yaml');
      writeFileSync(path, HEAD + yaml);
      const ran = spawnSync('kubectl', ['annotate', '--local', '-f', path, '-o', 'json', 'r/x=1'], {
        env,
        encoding: 'utf8',
      });
      return ran.status === 0 ? (JSON.parse(ran.stdout).data ?? {}) : 'refuses';
    };
    expect(CONTESTED.map(([yaml]) => [yaml, dataOf(yaml)])).toEqual(
      CONTESTED.map(([yaml, , theirs]) => [yaml, theirs]),
    );
    expect(READ_ALIKE.map(([yaml]) => [yaml, dataOf(yaml)])).toEqual(READ_ALIKE);
  });

  it('tells a difference where there is one', () => {
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, 'apiVersion: v1\nkind: Hazard\nmetadata:\n  name: hazard-0\nspec: [no, 0755, 12:30]\n');
    expect(read(wrong).map((object) => object['spec'])).toEqual([[false, 493, '12:30']]);
  });
});
