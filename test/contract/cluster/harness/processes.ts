import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Command {
  readonly id: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The processes of one cluster, with their logs in one folder. A supervisor of its own holds them, so that none is
 * left over however this process ends.
 */
export class Processes {
  private readonly supervisor: ChildProcess;
  private readonly ended = new Map<string, string>();
  readonly pids = new Map<string, number>();

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.supervisor = spawn(process.execPath, [join(__dirname, 'supervisor.cjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    createInterface({ input: this.supervisor.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const { id, pid, exit, signal } = JSON.parse(line);
      if (pid === undefined) this.ended.set(id, `exit ${exit ?? signal}`);
      else this.pids.set(id, pid);
    });
  }

  get supervisorPid(): number {
    return this.supervisor.pid ?? -1;
  }

  logOf(id: string): string {
    return join(this.folder, `${id}.log`);
  }

  /** Starts one and waits until it is ready. @throws Error with the end of its log when it ends before */
  async start({ id, command, args, env = {} }: Command, ready: () => Promise<boolean>, seconds = 60): Promise<void> {
    const message = { id, command, args, env: { ...process.env, ...env }, log: this.logOf(id), cwd: this.folder };
    this.supervisor.stdin?.write(`${JSON.stringify(message)}\n`);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
      if (this.ended.has(id)) break;
      if (this.pids.has(id) && (await ready().catch(() => false))) return;
    }
    const log = readFileSync(this.logOf(id), 'utf8').split('\n').slice(-15).join('\n');
    throw new Error(
      `${id} did not get ready (${this.ended.get(id) ?? `${seconds} s`}); ${this.logOf(id)} ends:\n${log}`,
    );
  }

  /** Ends all of them, the last started first, and waits for it. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.supervisor.once('exit', resolve));
    if (this.supervisor.exitCode !== null) return;
    this.supervisor.stdin?.end();
    await gone;
  }
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `done` answers something, or says what it was waiting for. */
export async function until<T>(what: string, seconds: number, done: () => Promise<T | undefined>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(300)) {
    try {
      const answer = await done();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: not within ${seconds} s${last === undefined ? '' : `; ${(last as Error).message}`}`);
}
