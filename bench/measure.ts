import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  readonly seconds: number;
  /** Of user and system together, over all threads; absent for programs that are not Node. */
  readonly cpuSeconds?: number;
  /** Most memory the process held, in MiB; absent for programs that are not Node. */
  readonly peakMiB?: number;
  /** The end of each. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables of its own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Longest it may take, in seconds. */
  readonly limit?: number;
  /** What its output must hold, and how often. */
  readonly prints?: { readonly text: string; readonly times: number };
}

/** Writes what a Node process used to the file that `BENCH_USAGE` names, as it exits. */
const RECORDER = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }));
});`;

/** Lets the disk finish what others wrote, which is not the next one's work. */
export function settleDisk(): void {
  spawnSync('sync');
}

/** Runs a program to its end, cold. @returns undefined when it took longer than its limit */
export async function measure(command: Command): Promise<Measured | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-bench-'));
  const usage = join(folder, 'usage.json');
  const isNode = command.program === process.execPath;
  try {
    writeFileSync(join(folder, 'recorder.cjs'), RECORDER);
    const args = isNode ? ['--require', join(folder, 'recorder.cjs'), ...command.args] : command.args;
    settleDisk();
    const started = performance.now();
    const { code, stdout, stderr, found } = await run(
      { ...command, args },
      { ...process.env, ...command.env, BENCH_USAGE: usage },
    );
    const seconds = (performance.now() - started) / 1000;
    if (code === null) return undefined;
    if (code !== 0) throw new Error(`${command.program} ${command.args.join(' ')} ended with ${code}:\n${stderr}`);
    if (command.prints !== undefined && found !== command.prints.times)
      throw new Error(
        `${command.args.join(' ')} printed ${command.prints.text} ${found} times, not ${command.prints.times}`,
      );
    if (!isNode) return { seconds, stdout, stderr };
    const { cpu, rss } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; rss: number };
    return { seconds, cpuSeconds: cpu, peakMiB: rss, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: Command, env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; stdout: string; stderr: string; found: number }>((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env,
      ...(command.limit === undefined ? {} : { timeout: command.limit * 1000, killSignal: 'SIGKILL' as const }),
    });
    let stdout = '';
    let stderr = '';
    let found = 0;
    const mark = command.prints?.text ?? '';
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      // A mark may begin in one chunk and end in the next.
      if (mark !== '') found += (stdout.slice(1 - mark.length) + text).split(mark).length - 1;
      // Only the end is kept: some print a hundred megabytes.
      stdout = (stdout + text).slice(-4096);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('latin1')).slice(-4096);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr, found }));
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
