import { rmSync } from 'node:fs';
import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { stringifyYaml } from '../../src/render/yaml/stringify';
import { buildGoReader, GO_IS_THERE, type GoReader } from '../support/go-reader';
import { everywhere, models } from '../support/yaml-models';
import { HAZARDS } from '../unit/render/yaml/hazards';

if (!GO_IS_THERE) console.warn('the Go readers of YAML were not asked: set CONTRACT=1, with Go on PATH');

const line = (value: unknown) => JSON.stringify({ yaml: stringifyYaml(value as JsonObject), value });

(GO_IS_THERE ? describe : describe.skip)('the Go readers of kubectl, Argo CD and kustomize', () => {
  let reader: GoReader;
  beforeAll(() => {
    reader = buildGoReader();
  });
  afterAll(() => rmSync(reader.folder, { recursive: true, force: true }));

  it('read every hazard as it was written, in every position', () => {
    const { stdout, stderr } = reader.run(HAZARDS.map(([, text]) => line(everywhere(text))));
    expect([stdout, stderr.slice(0, 2000)]).toEqual([`${HAZARDS.length} cases, 0 differences\n`, '']);
  });

  it('read what was written, for 100,000 models', () => {
    const { stdout, stderr } = reader.run(fc.sample(models, 100_000).map(line));
    expect([stdout, stderr.slice(0, 2000)]).toEqual(['100000 cases, 0 differences\n', '']);
    process.stdout.write(`yaml fuzz, Go readers: ${stdout}`);
  }, 300_000);

  it('tell a difference where there is one', () => {
    const { stdout } = reader.run([JSON.stringify({ yaml: 'a: no\nb: 9007199254740993\n', value: { a: 'no', b: 1 } })]);
    expect(stdout).toBe('1 cases, 2 differences\n');
  });
});
