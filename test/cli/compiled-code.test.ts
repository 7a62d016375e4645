import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BINARY, INGRESS_CLASS, ROOT, SHOP, TestProject, withoutTime } from '../support/project';

/** Later engines keep compiled code in a form of their own. */
const OWN = !('enableCompileCache' in module);
const ARGS = ['synth', '--env', 'dev', '--no-typecheck'];
const LIB = join(ROOT, 'lib', 'src', 'cli', 'compiled-code.js');

let base: string;
let cache: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cdk8s-eks-compiled-'));
  cache = join(base, 'cache');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const files = () => readdirSync(join(cache, 'cdk8s-eks', 'code')).map((name) => join(cache, 'cdk8s-eks', 'code', name));

describe('a run with the compiled code of the last', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => project.remove());

  /** What a run into a new folder says and writes. */
  function run(env: NodeJS.ProcessEnv = {}) {
    rmSync(join(project.root, 'dist'), { recursive: true, force: true });
    const ran = project.runApartWith({ XDG_CACHE_HOME: cache, ...env }, ...ARGS);
    return { ...ran, stdout: withoutTime(ran.stdout), files: project.files() };
  }

  it('says and writes the same, also when it is damaged or cannot be kept', () => {
    const without = run({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(without.code).toBe(0);
    expect(run()).toEqual(without);
    expect(run()).toEqual(without);
    for (const file of files()) {
      if (statSync(file).isDirectory()) continue;
      const bytes = readFileSync(file);
      writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.alloc(bytes.length / 2, 7)]));
    }
    expect(run()).toEqual(without);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file');
    expect(run()).toEqual(without);
  });

  it('is shared by runs at once', async () => {
    const env = { ...process.env, XDG_CACHE_HOME: cache, NO_COLOR: '1' };
    const codes = ['a', 'b', 'c'].map((out) => {
      const args = [BINARY, '--project', project.root, ...ARGS, '--out', join(project.root, out)];
      const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(codes)).toEqual([0, 0, 0]);
    expect(run().code).toBe(0);
  });
});

describe('code of packages', () => {
  const file = () => join(base, 'node_modules', 'words', 'index.js');

  /** Loads a package in a process of its own, and returns what it prints. */
  function load(program: string): string {
    writeFileSync(
      join(base, 'program.cjs'),
      `require(${JSON.stringify(LIB)}).useCompiledCode(${JSON.stringify(ROOT)}, 'load');\n${program}`,
    );
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const ran = spawnSync(process.execPath, [join(base, 'program.cjs')], { encoding: 'utf8', env });
    return ran.stdout + ran.stderr;
  }

  const write = async (text: string) => {
    mkdirSync(join(base, 'node_modules', 'words'), { recursive: true });
    writeFileSync(file(), text);
    await sleep(60);
  };

  it('is what the file says, however often it is edited at the same length', async () => {
    for (const word of ['one', 'two', 'six']) {
      await write(`exports.word = () => '${word}';`);
      for (const _time of [1, 2, 3]) expect(load("console.log(require('words').word());")).toBe(`${word}\n`);
    }
  });

  (OWN ? it : it.skip)('is written once, and read from then on', async () => {
    await write("exports.word = () => 'one';");
    load("require('words')");
    const [first] = files();
    const before = statSync(first ?? '').mtimeMs;
    load("require('words')");
    expect(files().map((path) => statSync(path).mtimeMs)).toEqual([before]);
  });

  it('has what Node gives a module', async () => {
    await write(`module.exports = [
      __filename, __dirname, module.id, module.parent.filename, require.main.filename, this === module.exports, require.resolve('words'),
      require.resolve.paths('x')[0], typeof require.cache[__filename], typeof require.extensions['.js'],
      new Error('here').stack.split('\\n')[1].trim(),
    ];`);
    const print = "console.log(JSON.stringify(require('words')));";
    const folder = join(base, 'node_modules', 'words');
    const program = join(base, 'program.cjs');
    const said = [
      join(folder, 'index.js'),
      folder,
      join(folder, 'index.js'),
      program,
      program,
      true,
      join(folder, 'index.js'),
      join(folder, 'node_modules'),
      'object',
      'function',
      `at Object.<anonymous> (${join(folder, 'index.js')}:4:7)`,
    ];
    for (const _time of [1, 2]) expect(load(print)).toBe(`${JSON.stringify(said)}\n`);
  });

  it('that imports what is not CommonJS is left to Node', async () => {
    await write("import('./inner.mjs').then(({ word }) => console.log(word));");
    writeFileSync(join(base, 'node_modules', 'words', 'inner.mjs'), "export const word = 'inner';");
    for (const _time of [1, 2]) expect(load("require('words')")).toBe('inner\n');
  });

  it('that cannot be read is refused as by Node', async () => {
    await write('const 1;');
    expect(load("require('words')")).toContain(`${file()}:1\nconst 1;\n      ^\n\nSyntaxError: Unexpected number\n`);
  });
});

describe('the YAML library of cdk8s', () => {
  it('is loaded when cdk8s first asks for it, and does the same', () => {
    const program = join(base, 'program.cjs');
    const cdk8s = JSON.stringify(join(ROOT, 'node_modules', 'cdk8s'));
    writeFileSync(
      program,
      `require(${JSON.stringify(LIB)}).useCompiledCode(${JSON.stringify(ROOT)}, 'yaml');
const { Yaml } = require(${cdk8s});
const loaded = () => Object.keys(require.cache).some((path) => /[\\\\/]yaml[\\\\/]dist[\\\\/]/.test(path));
console.log(loaded(), JSON.stringify(Yaml.stringify({ a: ['0775', 1] })), loaded());`,
    );
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', env });
    expect(stdout + stderr).toBe('false "a:\\n  - \\"0775\\"\\n  - 1\\n" true\n');
  });
});
