import { spawn } from 'node:child_process';
import { type Problem, ToolError } from '../model/errors';
import { type Compiler, findCompiler } from './types/compiler';
import { TypeMemory } from './types/memory';
import { onOwnCopy } from './types/own-file';
import { readAnswer } from './types/read-answer';

/**
 * Starts the project's own TypeScript compiler beside the rendering; resolves when it found nothing in the apps and in
 * what they use. Tests, which stand in many a tsconfig.json too, are the business of those who run them.
 * A project without a compiler or a tsconfig.json is not type-checked.
 * @param cache where it is remembered what was clean; without it the compiler always runs
 * @throws ToolError TYPES with every error
 */
export async function typeCheck(root: string, cache?: string): Promise<void> {
  const compiler = findCompiler(root);
  if (compiler === undefined) return;
  const memory = cache === undefined ? undefined : new TypeMemory(root, compiler, cache);
  if (memory?.isClean()) return;
  const started = Date.now();
  const { code, output } = await compile(root, compiler, memory?.buildInfo);
  const { problems, files, unused, rest } = readAnswer(output, root);
  if (code === 0) return memory?.remember(files, started);
  if (problems.length === 0) {
    const fix = 'correct tsconfig.json until `npx tsc --noEmit` ends without an error.';
    throw new ToolError('TYPES', [{ message: `tsc ended with ${code}: ${rest}`, fix }]);
  }
  const ofApps = problems.filter(({ place }: Problem) => place === undefined || !unused.has(place.file));
  if (ofApps.length > 0) throw new ToolError('TYPES', ofApps);
}

/** Runs the compiler with what it knows from last time, where there is a folder for that. */
function compile(root: string, { program, args }: Compiler, buildInfo: string | undefined): Promise<Ended> {
  if (buildInfo === undefined) return run(program, args, root);
  return onOwnCopy(buildInfo, async (own) => {
    if (own === undefined) return run(program, args, root);
    const answer = await run(program, [...args, '--incremental', '--tsBuildInfoFile', own], root);
    // Where nothing is said of a file, it may be these flags that an older compiler does not know together.
    const isRefused = answer.code !== 0 && readAnswer(answer.output, root).problems.length === 0;
    return isRefused ? run(program, args, root) : answer;
  });
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

/**
 * How much the native compiler's memory grows, in percent of what lives, before Go collects. A run is short: 400 takes 0.72
 * times the processor time of Go's own 100 (this repository, two pairs, TypeScript 7.0, Node 20.20).
 */
const GOGC = '400';

function run(command: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { GOGC, ...process.env };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
