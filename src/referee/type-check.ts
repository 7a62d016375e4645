import { spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { type Problem, ToolError } from '../model/errors';
import { type Compiler, findCompiler } from './types/compiler';
import { TypeMemory } from './types/memory';
import { onOwnCopy } from './types/own-file';

const DIAGNOSTIC = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/**
 * Starts the project's own TypeScript compiler beside the rendering; resolves when it found nothing.
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
  const lines = output.split(/\r?\n/);
  if (code === 0) return memory?.remember(lines.filter(isAbsolute), started);
  const problems = parse(lines);
  if (problems.length === 0) {
    const said = lines.filter((line) => !isAbsolute(line)).join('\n');
    problems.push({ message: `tsc ended with ${code}: ${said.trim()}` });
  }
  throw new ToolError('TYPES', problems);
}

/** Runs the compiler with what it knows from last time, where there is a folder for that. */
function compile(root: string, { program, args }: Compiler, buildInfo: string | undefined): Promise<Answer> {
  if (buildInfo === undefined) return run(program, args, root);
  return onOwnCopy(buildInfo, async (own) => {
    if (own === undefined) return run(program, args, root);
    const answer = await run(program, [...args, '--incremental', '--tsBuildInfoFile', own], root);
    // Where nothing is said of a file, it may be these flags that an older compiler does not know together.
    const isRefused = answer.code !== 0 && parse(answer.output.split(/\r?\n/)).length === 0;
    return isRefused ? run(program, args, root) : answer;
  });
}

function parse(lines: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  for (const line of lines) {
    const match = DIAGNOSTIC.exec(line);
    const last = problems.at(-1);
    if (match !== null) {
      const [, file = '', row, column, code, text] = match;
      problems.push({
        message: `${code}: ${text}`,
        place: { file: file.replaceAll('\\', '/'), line: Number(row), column: Number(column) },
      });
    } else if (last !== undefined && /^\s+\S/.test(line)) {
      problems[problems.length - 1] = { ...last, message: `${last.message}\n${line}` };
    }
  }
  return problems;
}

interface Answer {
  readonly code: number;
  readonly output: string;
}

function run(command: string, args: readonly string[], cwd: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
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
