import { spawn } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { type FileSpec, headerLine } from '../../../src/model/file-spec';
import { ROOT } from '../../support/project';

const file = (path: string, body: string): FileSpec => ({
  path,
  content: `${headerLine('apps/shop.ts')}kind: ConfigMap\nbody: ${body.repeat(40)}\n`,
});
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

const KEPT = range(5).map((i) => file(`prod/shop/shop/configmap_kept-${i}.yaml`, 'kept'));
const CHANGING: readonly string[] = [
  ...range(4).map((i) => `prod/shop/shop/deployment_${i}.yaml`),
  'prod/shop/_cluster/namespace_shop.yaml',
  '_bootstrap/prod.yaml',
];
/** In the order in which they are renamed. */
export const CHANGED_PATHS = CHANGING;
/** Twenty files: five stay, six change, four go with their folder, five come with theirs. */
export const OLD: readonly FileSpec[] = [
  ...KEPT,
  ...CHANGING.map((path) => file(path, 'old')),
  ...range(4).map((i) => file(`prod/gone/a/service_${i}.yaml`, 'old')),
];
export const NEW: readonly FileSpec[] = [
  ...KEPT,
  ...CHANGING.map((path) => file(path, 'new')),
  ...range(3).map((i) => file(`prod/come/a/service_${i}.yaml`, 'new')),
  ...range(2).map((i) => file(`prod/come/b/service_${i}.yaml`, 'new')),
];
export const SCOPE = ['prod/', '_bootstrap/prod.yaml'];
/** Files of somebody else, inside and outside what the run owns. */
export const FOREIGN: readonly FileSpec[] = [
  { path: 'prod/shop/notes.md', content: 'notes\n' },
  { path: 'dev/shop/shop/configmap_a.yaml', content: `${headerLine('apps/shop.ts')}kind: ConfigMap\n` },
];

export interface Job {
  readonly root: string;
  readonly at: number;
  readonly kind: string;
  readonly durable?: boolean;
  /** Fail when another run is writing at the same time. */
  readonly alone?: boolean;
}

export interface End {
  readonly message: string | null;
  readonly trace: readonly string[];
}

/** A folder with the compiled writer and one project after the other. */
export class Workshop {
  readonly root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-faults-'));
  readonly #writer = join(this.root, 'writer.cjs');
  #count = 0;

  constructor() {
    buildSync({
      entryPoints: [join(ROOT, 'test', 'support', 'write.ts')],
      outfile: this.#writer,
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
  }

  /** A project whose output is the old tree. */
  project(files: readonly FileSpec[] = OLD): string {
    const root = join(this.root, `project-${this.#count++}`);
    mkdirSync(join(root, 'dist'), { recursive: true });
    for (const { path, content } of [...files, ...FOREIGN]) {
      mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
      writeFileSync(join(root, 'dist', path), content);
    }
    return root;
  }

  /** The arguments that make Node run the jobs, one after the other. */
  command(jobs: readonly Job[], files: readonly FileSpec[] = NEW): readonly string[] {
    const list = join(this.root, `jobs-${this.#count++}.json`);
    writeFileSync(list, JSON.stringify({ files, scope: SCOPE, jobs }));
    const hook = join(__dirname, 'hook.cjs');
    return ['--require', hook, join(__dirname, 'writing-child.cjs'), this.#writer, list];
  }

  /** Runs the jobs in a process of their own. */
  async run(jobs: readonly Job[], files: readonly FileSpec[] = NEW): Promise<{ code: number; ends: readonly End[] }> {
    const child = spawn(process.execPath, this.command(jobs, files), { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    const code = await new Promise<number>((done) =>
      child.on('close', (status, signal) => done(signal ? -1 : (status ?? -1))),
    );
    return { code, ends: text === '' ? [] : JSON.parse(text) };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Every file below a folder, by its path. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) found[path.slice(folder.length + 1)] = readFileSync(path, 'utf8');
  }
  return found;
}

export function treeFrom(files: readonly FileSpec[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...files, ...FOREIGN].map(({ path, content }) => [path, content]));
}

/** Does something before every file that is opened. */
export function beforeOpening(act: (path: string) => void): void {
  const open = fs.openSync;
  jest.spyOn(fs, 'openSync').mockImplementation(((path: string, ...rest: [string]) => {
    act(path);
    return open(path, ...rest);
  }) as never);
}
