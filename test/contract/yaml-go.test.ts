import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { forbiddenCharacter } from '../../src/render/yaml/scalar';
import { stringifyYaml } from '../../src/render/yaml/stringify';
import { ROOT } from '../support/project';

const there = process.env['CONTRACT'] !== undefined && spawnSync('go', ['version']).status === 0;
if (!there) console.warn('the Go readers of YAML were not asked: set CONTRACT=1, with Go on PATH');

const tokens = fc.constantFrom(
  ...'y no on null ~ 0 1 8 e E _ . x o b : # - ? | > " \' \\ [ { &a *a ! % @ ` --- ... << = m Gi / + ,'.split(' '),
  ': ',
  ' #',
  '- ',
  '\n',
  '\t',
  ' ',
  '\r',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u00a0',
  'é',
  '😀',
);
const text = fc
  .oneof(
    fc.array(tokens, { maxLength: 7 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  .filter((one) => forbiddenCharacter(one) === undefined);
const key = text.filter((one) => one !== '__proto__');
/** Each text as value, key, item, deep and last value. */
const model = fc.record({
  a: text,
  keys: fc.dictionary(key, text, { maxKeys: 3, noNullPrototype: true }),
  list: fc.array(fc.oneof(text, fc.array(text, { maxLength: 2 }), fc.record({ x: text, z: text })), { maxLength: 3 }),
  z: text,
});

(there ? describe : describe.skip)('the Go readers of kubectl, Argo CD and kustomize', () => {
  it('read what was written, for 100,000 models', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-yaml-go-'));
    try {
      const binary = join(folder, 'reader');
      const built = spawnSync('go', ['build', '-o', binary, '.'], {
        cwd: join(ROOT, 'test', 'contract', 'yaml-go'),
        encoding: 'utf8',
      });
      expect([built.status, built.stderr.includes('error')]).toEqual([0, false]);
      const lines = fc
        .sample(model, 100_000)
        .map((value) => JSON.stringify({ yaml: stringifyYaml(value as unknown as JsonObject), value }));
      const ran = spawnSync(binary, [], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
      expect([ran.stdout, ran.stderr.slice(0, 2000)]).toEqual(['100000 cases, 0 differences\n', '']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
