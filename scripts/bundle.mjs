// Loads a TypeScript module of this package for a script: bundled in memory, nothing is written.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export async function loadModule(path) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', result.outputFiles[0].text);
  run(module, module.exports, createRequire(join(root, 'package.json')));
  return module.exports;
}
