import { spawn } from 'node:child_process';
import { BINARY, type TestProject } from './project';

/** Runs the command line while this process goes on, where the command asks a server of the test. */
export async function runBeside(project: TestProject, env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const child = spawn(process.execPath, [BINARY, '--project', project.root, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}
