import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';

const run = (...args: readonly string[]) => runWith({}, ...args);
const runWith = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });

/** Runs a generator into a temporary folder and compares all it wrote with what is committed. @returns its paths */
function regenerated(script: readonly string[], committed: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-golden-'));
  try {
    const ran = run('scripts/run.mjs', ...script, folder);
    expect([ran.status, ran.stdout]).toEqual([0, '']);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
    for (const path of paths) {
      expect([path, readFileSync(join(folder, path), 'utf8')]).toEqual([
        path,
        readFileSync(join(ROOT, committed, path), 'utf8'),
      ]);
    }
    return paths;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what is committed is what the source says', () => {
  it('dist/, for all environments', () => {
    const ran = run('bin/cdk8s-eks.js', 'synth', '--check', '--no-typecheck');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });

  it('dist/ too where cdk8s renders as it is, without our faster way', () => {
    const ran = runWith({ CDK8S_EKS_STOCK: '1' }, 'bin/cdk8s-eks.js', 'synth', '--check', '--no-typecheck');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });

  it('the schemas for editors', () => {
    regenerated(['scripts/environment-schema.ts'], 'environments');
  });

  it('the types of files that are imported as text', () => {
    regenerated(['scripts/text-file-types.ts'], 'charts');
  });

  it('9.5 the pages of docs/, and no signature of the public API names a type that is not exported', () => {
    const pages = regenerated(['scripts/pages.ts'], '.');
    expect(pages).toContain(join('charts', 'shared', 'shapes.ts'));
    const committed = ['constructs', 'rules'].flatMap((folder) =>
      readdirSync(join(ROOT, 'docs', folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.md'))
        .map((path) => join('docs', folder, path)),
    );
    expect(committed.filter((path) => !pages.includes(path))).toEqual([]);
  });
});

describe('the committed output', () => {
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );

  it('holds rendered YAML only, with the header, in allowed paths, each file read as an object by Argo CD', () => {
    expect(files.length).toBeGreaterThan(500);
    for (const entry of files) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      expect(path.slice(ROOT.length)).toMatch(/^\/dist\/[A-Za-z0-9._/-]+\.yaml$/);
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(
        /^# Rendered by cdk8s-eks from [\w./-]+; do not edit\.\napiVersion: .+\nkind: .+\nmetadata:\n/,
      );
      expect(text.endsWith('\n') && !text.endsWith('\n\n') && !text.includes('\r')).toBe(true);
    }
  });

  it('holds no Secret, and no app’s folder holds what steers Argo CD', () => {
    const names = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length));
    expect(names.filter((name) => /\/secret_/.test(name))).toEqual([]);
    expect(
      names.filter((name) => /(application|appproject)\.argoproj\.io_/.test(name) && !name.includes('/_argocd/')),
    ).toEqual([]);
  });
});
