// Runs a TypeScript file of this repository: node scripts/run.mjs FILE [ARGUMENTS]
// The file is bundled in memory and compiled under its own name: nothing is written, and traces show its own lines.
import Module from 'node:module';
import { dirname, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
const path = resolve(file);
process.setSourceMapsEnabled(true);
const { outputFiles } = buildSync({
  entryPoints: [path],
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  write: false,
  logLevel: 'warning',
});
process.argv = [process.argv[0], path, ...rest];
const module = Object.assign(new Module(path), { filename: path, paths: Module._nodeModulePaths(dirname(path)) });
module._compile(outputFiles[0].text, path);
