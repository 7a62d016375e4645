// Compiles the tool and its doors into lib/ (ignored by Git). `npm run synth|check|diff` run it first,
// so that what is rendered always comes from the sources as they are now.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib');

/** The published doors, the command line, and what helping processes and threads run; each becomes one file, so that starting up reads few files. */
const entryPoints = [
  'charts/index.ts',
  'src/doors/checks.ts',
  'src/doors/environments.ts',
  'src/doors/testing.ts',
  'src/cli/compiled-code.ts',
  'src/cli/main.ts',
  'src/run/apart/render-child.ts',
  'src/run/threads/worker.ts',
];

/**
 * Packages that a project shares with the tool, that bring a program of their own, or that only one command needs.
 * The others go into the files: finding and reading each of their hundred files would take longer than the work.
 */
const external = ['cdk8s', 'constructs', 'cdk8s-plus-28', 'esbuild', '@aws-sdk/*'];

const started = Date.now();
if (isUpToDate()) process.exit(0);
const { build } = await import('esbuild');

// An interrupted or failed build leaves no stamp: the command line then says so instead of running old code.
rmSync(join(lib, '.built'), { force: true });
try {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outbase: '.',
    outdir: 'lib',
    bundle: true,
    external,
    metafile: true,
    platform: 'node',
    target: 'node20',
    // Compiled code that is kept from run to run cannot hold `import()`.
    supported: { 'dynamic-import': false },
    format: 'cjs',
    logLevel: 'warning',
  });
  writeFileSync(join(lib, 'third-party.txt'), licences(Object.keys(metafile.inputs)));
} catch (error) {
  // esbuild has said what is wrong with the code.
  if (!('errors' in error)) console.error(error.message);
  process.exit(2);
}
// What is edited while it is being compiled is newer than the stamp.
writeFileSync(join(lib, '.built'), '');
utimesSync(join(lib, '.built'), started / 1000, started / 1000);

/** Whether nothing that goes into the files was written, added or deleted since they were made. */
function isUpToDate() {
  const made = [...entryPoints.map((path) => path.replace(/\.ts$/, '.js')), '.built', 'third-party.txt'];
  if (!made.every((path) => existsSync(join(lib, path)))) return false;
  const built = statSync(join(lib, '.built')).mtimeMs;
  const others = ['scripts/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  const installed = join(root, 'node_modules', '.package-lock.json');
  if ([...others.map((path) => join(root, path)), installed].some((path) => isNewer(path, built))) return false;
  return !['charts', 'imports', 'src'].some((folder) => holdsNewer(join(root, folder), built));
}

function holdsNewer(folder, built) {
  if (isNewer(folder, built)) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? holdsNewer(path, built) : entry.name.endsWith('.ts') && isNewer(path, built);
  });
}

/** A file that is put there with an old date is new all the same. */
function isNewer(path, built) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) >= built;
}

/** Of every package whose code went into the files. */
function licences(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const texts = [...packages].sort().map((folder) => {
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no licence file.`);
    return `${folder.replace('node_modules/', '')}\n\n${readFileSync(join(root, folder, file), 'utf8')}`;
  });
  return texts.join('\n----\n\n');
}
