// Compiles the tool and its doors into lib/ (ignored by Git). `npm run synth|check|diff` run it first,
// so that what is rendered always comes from the sources as they are now.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileGenerated, GENERATED_OUTSIDE, generatedGroups, HELPERS, withGeneratedLater } from './generated.mjs';

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
 * Packages that a project shares with the tool, or that bring a program of their own. The others go into the files, so
 * that nothing of them is installed: what runs is what was tested.
 */
const external = ['cdk8s', 'constructs', 'cdk8s-plus-28', 'esbuild'];

/** The AWS SDK, as large as all else, is a file of its own, made when another is installed; `facts` and `bump --resolve` load it. */
const SDK = 'src/live/sdk.ts';
/** The path is right in `lib/src/cli/main.js` too. */
const TO_SDK = '../live/sdk.js';

const FOR_NODE = {
  platform: 'node',
  target: 'node20',
  // Compiled code that is kept from run to run cannot hold `import()`.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};

const started = Date.now();
if (isUpToDate()) process.exit(0);
const { build, transform } = await import('esbuild');

// An interrupted or failed build leaves no stamp: the command line then says so instead of running old code.
rmSync(join(lib, '.built'), { force: true });
try {
  await compile(entryPoints, 'third-party.txt');
  await compileGenerated(root, transform, FOR_NODE);
  if (!isSdkUpToDate()) await compile([SDK], 'third-party-sdk.txt');
} catch (error) {
  // esbuild has said what is wrong with the code.
  if (!('errors' in error)) console.error(error.message);
  process.exit(2);
}
// What is edited while it is being compiled is newer than the stamp.
writeFileSync(join(lib, '.built'), '');
utimesSync(join(lib, '.built'), started / 1000, started / 1000);

async function compile(files, notices) {
  const { metafile, outputFiles } = await build({
    ...FOR_NODE,
    absWorkingDir: root,
    entryPoints: files,
    outbase: '.',
    outdir: 'lib',
    bundle: true,
    external: [...external, TO_SDK],
    plugins: [GENERATED_OUTSIDE],
    metafile: true,
    write: false,
    format: 'cjs',
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.startsWith(join(lib, 'charts')) ? withGeneratedLater(text) : text);
  }
  requireAscii(Object.keys(metafile.outputs));
  writeFileSync(join(lib, notices), licences(Object.keys(metafile.inputs)));
}

/** One other character, and V8 keeps the file in twice the memory and takes 5 ms more to read it. esbuild escapes those of texts. */
function requireAscii(paths) {
  for (const path of paths) {
    const [found] = /[^\0-\x7f]/.exec(readFileSync(join(root, path), 'latin1')) ?? [];
    if (found === undefined) continue;
    const line = readFileSync(join(root, path), 'utf8')
      .split('\n')
      .find((one) => /[^\0-\x7f]/.test(one));
    throw new Error(
      `${path} holds a character outside ASCII, in a regular expression or in a comment that esbuild keeps:\n  ${line.trim()}\nfix: write it as \\uhhhh, or leave it out of the comment.`,
    );
  }
}

function isSdkUpToDate() {
  const made = [SDK.replace(/\.ts$/, '.js'), 'third-party-sdk.txt'].map((path) => join(lib, path));
  if (!made.every((path) => existsSync(path))) return false;
  const { mtimeMs } = statSync(made[0]);
  const others = [SDK, 'scripts/build.mjs', 'package-lock.json', 'node_modules/.package-lock.json'];
  return !others.some((path) => isNewer(join(root, path), mtimeMs));
}

/** Whether nothing that goes into the files was written, added or deleted since they were made. */
function isUpToDate() {
  const generated = [HELPERS, ...generatedGroups(root)].map((group) => `imports/${group}.js`);
  const made = [...entryPoints.map((path) => path.replace(/\.ts$/, '.js')), ...generated, '.built', 'third-party.txt'];
  if (!made.every((path) => existsSync(join(lib, path))) || !isSdkUpToDate()) return false;
  const built = statSync(join(lib, '.built')).mtimeMs;
  const others = ['scripts/build.mjs', 'scripts/generated.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
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

/** Of every package whose code went into the files; those with the same text stand above it together. */
function licences(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const names = new Map();
  for (const folder of [...packages].sort()) {
    const text = licence(folder);
    names.set(text, [...(names.get(text) ?? []), folder.replace('node_modules/', '')]);
  }
  return [...names].map(([text, all]) => `${all.join('\n')}\n\n${text}`).join('\n----\n\n');
}

function licence(folder) {
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(join(root, folder, file), 'utf8');
  const { license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (license !== 'Apache-2.0') throw new Error(`${folder} has no licence file, and its licence is ${license}.`);
  return 'Apache-2.0, whose text is the LICENSE of this package.\n';
}
