// Compiles the tool and its doors into lib/ (ignored by Git). `npm run synth|check|diff` run it first,
// so that what is rendered always comes from the sources as they are now.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib');

/** The published doors, the command line, and what helping processes and threads run; each becomes one file, so that starting up reads few files. */
const entryPoints = [
  'charts/index.ts',
  'src/doors/checks.ts',
  'src/doors/testing.ts',
  'src/cli/main.ts',
  'src/run/apart/render-child.ts',
  'src/run/threads/worker.ts',
];

// An interrupted or failed build leaves no stamp: the command line then says so instead of running old code.
rmSync(join(lib, '.built'), { force: true });
try {
  await build({
    absWorkingDir: root,
    entryPoints,
    outbase: '.',
    outdir: 'lib',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
} catch {
  process.exit(2);
}
mkdirSync(lib, { recursive: true });
writeFileSync(join(lib, '.built'), '');
