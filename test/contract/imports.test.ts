import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';
import { cachedDefinition, pinnedDefinitions } from './cluster/tools/definitions';

const DATA = join(ROOT, '..', 'shared', 'data');
/** The folder with all that `imports/sources.yaml` pins: files of the data, and what `npm run contract:tools` brought. */
const sources = mkdtempSync(join(tmpdir(), 'cdk8s-eks-sources-'));
afterAll(() => rmSync(sources, { recursive: true, force: true }));

function missing(): readonly string[] {
  if (!existsSync(join(DATA, 'kubernetes')) || !existsSync(join(DATA, 'crds'))) return ['../shared/data'];
  cpSync(DATA, sources, {
    recursive: true,
    filter: (path) => !/fixtures|workloads|eksctl/.test(path.slice(DATA.length)),
  });
  return pinnedDefinitions(ROOT).flatMap((source) => {
    const path = join(sources, 'crds', source.file);
    const cached = existsSync(path) ? undefined : cachedDefinition(source);
    if (cached !== undefined) writeFileSync(path, cached);
    return existsSync(path) ? [] : source.file;
  });
}

const lacking = missing();
const there = lacking.length === 0;
if (!there) console.warn(`imports/ was not generated again: these sources are not here: ${lacking.join(', ')}`);

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|json)$/.test(name));

(there ? describe : describe.skip)('npm run import', () => {
  it('makes, byte for byte, what is committed', () => {
    const to = mkdtempSync(join(tmpdir(), 'cdk8s-eks-imports-'));
    try {
      const ran = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', '--from', sources, '--to', to], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '', expect.stringMatching(/^\d+ files written to /)]);
      const committed = join(ROOT, 'imports');
      expect(files(to).sort()).toEqual(files(committed).sort());
      const different = files(to).filter(
        (name) => !readFileSync(join(to, name)).equals(readFileSync(join(committed, name))),
      );
      expect(different).toEqual([]);
    } finally {
      rmSync(to, { recursive: true, force: true });
    }
  });
});
