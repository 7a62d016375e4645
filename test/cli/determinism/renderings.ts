import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

/** One way to run `synth`. What is left out is as usual: this Node, this folder, C and UTC, two or three variables. */
export interface Way {
  readonly name: string;
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** As the shell writes it: `077`. */
  readonly umask?: string;
  /** Flags of Node. */
  readonly nodeArgs?: readonly string[];
  /** Flags of `synth`. */
  readonly args?: readonly string[];
  /** What runs Node: `unshare -rn`. */
  readonly under?: readonly string[];
}

export interface Rendered {
  readonly code: number | null;
  readonly stderr: string;
  /** Of all paths and bytes. */
  readonly hash: string;
  /** Everything that was said and written. */
  readonly text: string;
  readonly files: number;
  /** Where it lies. */
  readonly folder: string;
}

/** Renders into folders of its own, two at a time, and leaves neither folders nor processes behind. */
export class Renderings {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-ways-'));
  private readonly running = new Set<ChildProcess>();
  private readonly lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  private started = 0;

  constructor(private readonly project: string = ROOT) {}

  /** Takes its turn in the lane that was used longest ago. */
  start(way: Way): Promise<Rendered> {
    const lane = this.started % this.lanes.length;
    const out = join(this.folder, String(this.started++));
    const result = (this.lanes[lane] as Promise<unknown>).then(() => this.render(way, out));
    this.lanes[lane] = result.catch(() => undefined);
    return result;
  }

  end(): void {
    for (const child of this.running) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async render(way: Way, out: string): Promise<Rendered> {
    const program = [way.node ?? process.execPath, ...(way.nodeArgs ?? []), join(ROOT, 'bin', 'cdk8s-eks.js')];
    const synth = ['--project', this.project, 'synth', '--no-typecheck', '--out', out, ...(way.args ?? [])];
    const masked = way.umask === undefined ? [] : ['sh', '-c', `umask ${way.umask}; exec "$@"`, 'sh'];
    const [command = '', ...args] = [...(way.under ?? []), ...masked, ...program, ...synth];
    const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LC_ALL: 'C', TZ: 'UTC', ...way.env };
    const child = spawn(command, args, { cwd: way.cwd ?? this.project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.running.add(child);
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => {
        said[name] += chunk.toString('utf8');
      });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    this.running.delete(child);
    return { code, stderr: said.stderr, folder: out, ...contentOf(out, said.stdout + said.stderr) };
  }
}

/** One SHA-256 over the paths and bytes of a folder, in the order of the paths. */
export function contentOf(folder: string, said = ''): Pick<Rendered, 'hash' | 'text' | 'files'> {
  const hash = createHash('sha256');
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  let text = said;
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\n${content.length}\n`).update(content);
    text += content.toString('utf8');
  }
  return { hash: hash.digest('hex'), text, files: paths.length };
}
