import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LINE_END = 10;

export interface WarmRequest {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** The project, whose packages are loaded again in each run. */
  readonly root: string;
  /** A file that the process loads before the command line. */
  readonly preload?: string | undefined;
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that has loaded the command line and runs it again and again; see `child.cjs`. It ends with ours. */
export class WarmProcess {
  readonly #request: number;
  readonly #answer: number;
  readonly #stdout: number;
  readonly #stderr: number;

  /** @param main the compiled command line */
  constructor(main: string, { env, preload }: Pick<WarmRequest, 'env' | 'preload'>) {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-warm-'));
    try {
      const request = pipe(join(folder, 'request'));
      const answer = pipe(join(folder, 'answer'));
      this.#stdout = openSync(join(folder, 'stdout'), 'a+');
      this.#stderr = openSync(join(folder, 'stderr'), 'a+');
      const stdio = [request.read, this.#stdout, this.#stderr, answer.write];
      const args = preload === undefined ? [] : ['--require', preload];
      spawn(process.execPath, [...args, join(__dirname, 'child.cjs'), main], { stdio, env }).unref();
      // Only one side holds each end, so that a process that is gone is seen as the end of what it writes.
      closeSync(request.read);
      closeSync(answer.write);
      this.#request = request.write;
      this.#answer = answer.read;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Waits until the run is over. @throws Error where it ended the process */
  run(request: WarmRequest): Said {
    const [stdout, stderr] = [fstatSync(this.#stdout).size, fstatSync(this.#stderr).size];
    writeSync(this.#request, `${JSON.stringify(request)}\n`);
    const line = readAll(this.#answer, null, (chunk) => chunk.at(-1) === LINE_END);
    const said = { stdout: readAll(this.#stdout, stdout), stderr: readAll(this.#stderr, stderr) };
    if (line === '')
      throw new Error(`${request.args.join(' ')}: the run ended its process: use runApart.\n${said.stderr}`);
    return { code: (JSON.parse(line) as { code: number }).code, ...said };
  }

  /** The process ends when there is nobody who could ask. */
  end(): void {
    for (const handle of [this.#request, this.#answer, this.#stdout, this.#stderr]) closeSync(handle);
  }
}

function pipe(path: string): { readonly read: number; readonly write: number } {
  const made = spawnSync('mkfifo', [path]);
  if (made.status !== 0) throw new Error(`mkfifo ${path}: ${made.stderr}`);
  // Open at both ends, so that opening one of them does not wait for the other.
  const both = openSync(path, 'r+');
  const ends = { read: openSync(path, 'r'), write: openSync(path, 'w') };
  closeSync(both);
  return ends;
}

/** Bytes up to the end of a file, or of a pipe until it says enough. */
function readAll(handle: number, from: number | null, isEnough = (_chunk: Buffer) => false): string {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(1 << 16);
  for (let at = from; ; ) {
    const count = readSync(handle, buffer, 0, buffer.length, at);
    const chunk = Buffer.from(buffer.subarray(0, count));
    chunks.push(chunk);
    if (count === 0 || isEnough(chunk)) return Buffer.concat(chunks).toString('utf8');
    if (at !== null) at += count;
  }
}
