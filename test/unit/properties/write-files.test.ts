import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type FileSpec, headerLine } from '../../../src/model/file-spec';
import { cases } from '../../support/cases';
import { compareFiles, writeFiles } from '../../support/write';

const SCOPE = ['prod/', 'dev/'];
const path = fc
  .tuple(fc.constantFrom('prod', 'dev'), fc.constantFrom('shop', 'store'), fc.constantFrom('a', 'b'), fc.nat(4))
  .map(([environment, app, folder, n]) => `${environment}/${app}/${folder}/service_${n}.yaml`);
const files: fc.Arbitrary<readonly FileSpec[]> = fc
  .dictionary(path, fc.constantFrom('one', 'two', 'zwölf'), { maxKeys: 8 })
  .map((tree) =>
    Object.entries(tree).map(([at, text]) => ({ path: at, content: `${headerLine('a.ts')}a: ${text}\n` })),
  );

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function treeOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}

describe('the output folder', () => {
  it('is exactly what was rendered last, after any additions, changes, renames and removals', () => {
    const out = join(root, 'dist');
    fc.assert(
      fc.property(files, (rendered) => {
        const before = compareFiles(out, rendered, SCOPE);
        const result = writeFiles(out, rendered, SCOPE, { projectRoot: root });
        expect(treeOf(out)).toEqual(Object.fromEntries(rendered.map((file) => [file.path, file.content])));
        expect(result.removed).toEqual(before.stale);
        expect(result.written.length + result.unchanged).toBe(rendered.length);
        const folders = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory());
        for (const folder of folders) expect(readdirSync(join(folder.parentPath, folder.name))).not.toEqual([]);
        const again = writeFiles(out, rendered, SCOPE, { projectRoot: root });
        expect(again).toEqual({ written: [], unchanged: rendered.length, removed: [] });
      }),
      { numRuns: cases(250, 1000) },
    );
  });
});
