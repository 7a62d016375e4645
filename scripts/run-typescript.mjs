// Runs one TypeScript file of this repository: node scripts/run-typescript.mjs FILE [ARGUMENTS]
// It is compiled in memory, beside its own folder's name, so that __dirname means what it says there.
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
const path = resolve(file);
const { outputFiles } = buildSync({
  entryPoints: [path],
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  write: false,
  define: { __dirname: JSON.stringify(dirname(path)) },
  logLevel: 'warning',
});
process.argv = [process.argv[0], path, ...rest];
const compiled = new Function('require', 'module', 'exports', outputFiles[0].text);
const holder = { exports: {} };
compiled(createRequire(path), holder, holder.exports);
