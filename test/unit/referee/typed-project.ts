import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isToolError } from '../../../src/model/errors';
import { typeCheck } from '../../../src/referee/type-check';

const ROOT = join(__dirname, '..', '..', '..');
const NATIVE = join(
  ROOT,
  `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib/tsc${process.platform === 'win32' ? '.exe' : ''}`,
);

/** Calls the real compiler, and counts how often, beside the project. `during.cjs` is run while it works. */
const COUNTING = `const { appendFileSync, existsSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
appendFileSync(process.cwd() + '.log', '.');
const ran = spawnSync(${JSON.stringify(NATIVE)}, process.argv.slice(2), { encoding: 'utf8' });
if (existsSync('during.cjs')) require(process.cwd() + '/during.cjs');
process.stdout.write(ran.stdout + ran.stderr);
process.exitCode = ran.status;
`;

export const PORT = 'export const port: number = 1;\nconst spare = 2;\n';
export const WRONG = "export const port: number = 'http';\n";
export const NUMBER = "TS2322: Type 'string' is not assignable to type 'number'.";
export const OTHER_SIZE = 'export declare const size: string;\n';
export const OPTIONS = '"lib":["es5"],"types":[],"module":"nodenext"';

const base = mkdtempSync(join(tmpdir(), 'cdk8s-eks-types-'));
let projects = 0;
afterAll(() => rmSync(base, { recursive: true, force: true }));

export class TypedProject {
  readonly root = join(base, `project-${projects}`);
  readonly cache = join(base, `cache-${projects++}`);
  private readonly log = `${this.root}.log`;

  constructor() {
    this.write('node_modules/typescript/package.json', '{"version":"7.0.0"}');
    this.write('node_modules/typescript/bin/tsc', COUNTING);
    this.write('node_modules/lib/package.json', '{"name":"lib","types":"a.d.ts"}');
    this.write('node_modules/lib/a.d.ts', 'export declare const size: number;\n');
    this.write('node_modules/lib/b.d.ts', OTHER_SIZE);
    this.write('base.json', `{"compilerOptions":{${OPTIONS}}}`);
    this.write('tsconfig.json', '{"extends":"./base.json","include":["apps"]}');
    this.write('shared/port.ts', PORT);
    this.write(
      'apps/shop.ts',
      "import { size } from 'lib';\nimport { port } from '../shared/port.js';\nexport const sum: number = size + port;\n",
    );
    this.write('apps/empty/notes.txt', '');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Writes a file; returns what puts back everything that was there. */
  edit(path: string, text: string): () => void {
    const parts = path.split('/');
    const paths = parts.map((_part, index) => join(this.root, ...parts.slice(0, index + 1)));
    const made = paths.find((one) => !existsSync(one));
    const before = made === undefined ? readFileSync(join(this.root, path), 'utf8') : '';
    this.write(path, text);
    return () => (made === undefined ? this.write(path, before) : rmSync(made, { recursive: true }));
  }

  /** The errors that are found, and how often the compiler ran. What was written before has settled. */
  async check(): Promise<{ readonly errors: readonly string[]; readonly ran: number }> {
    await sleep(60);
    const before = this.runs();
    const errors = await typeCheck(this.root, this.cache).then(
      () => [],
      (error: unknown) => {
        if (!isToolError(error)) throw error;
        return error.problems.map(({ place, message }) => `${place?.file}:${place?.line} ${message}`);
      },
    );
    return { errors, ran: this.runs() - before };
  }

  runs(): number {
    return existsSync(this.log) ? readFileSync(this.log).length : 0;
  }

  /** One that has been found clean. */
  static async clean(): Promise<TypedProject> {
    const project = new TypedProject();
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    return project;
  }
}
