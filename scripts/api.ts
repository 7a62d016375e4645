// Writes docs/api.txt: what the package exports, so that a review sees every change of it.
//   npm run api             into docs/
//   npm run api -- DIR      into another folder, for comparing
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Declarations } from './api/declarations';
import { apiText, DOORS, unexportedNames } from './api/public-api';

const root = join(__dirname, '..');
const to = resolve(process.argv[2] ?? join(root, 'docs'));
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-api-'));
try {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const ran = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`the compiler wrote no declarations:\n${ran.stdout}${ran.stderr}`);
  const declarations = new Declarations(folder);
  const missing = unexportedNames(declarations, DOORS);
  if (missing.length > 0) {
    console.error(`A public declaration names what no door exports; export it as a type:\n${missing.join('\n')}`);
    process.exitCode = 1;
  }
  writeFileSync(join(to, 'api.txt'), apiText(declarations, DOORS));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
