import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ToolError } from '../model/errors';

const DIAGNOSTIC = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/**
 * Starts the project's own TypeScript compiler beside the rendering; resolves when it found nothing.
 * `apps/tsconfig.json` goes before the project's own, since it leaves out tests and whatever else is not rendered.
 * A project without a compiler or a tsconfig.json is not type-checked.
 * @throws ToolError TYPES with every error
 */
export async function typeCheck(root: string): Promise<void> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const config = [join(root, 'apps', 'tsconfig.json'), join(root, 'tsconfig.json')].find((path) => existsSync(path));
  if (!existsSync(tsc) || config === undefined) return;
  const { code, output } = await run(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', config], root);
  if (code === 0) return;
  const problems = parse(output);
  if (problems.length === 0) problems.push({ message: `tsc ended with ${code}: ${output.trim()}` });
  throw new ToolError('TYPES', problems);
}

function parse(output: string): Problem[] {
  const problems: Problem[] = [];
  for (const line of output.split(/\r?\n/)) {
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

function run(command: string, args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
