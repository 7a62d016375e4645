import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../support/project';
import { until } from './harness/processes';

/** Starts a control plane as a test does, says its pids, and waits to be ended. */
const RUN = [join(ROOT, 'scripts', 'run.mjs'), join(__dirname, 'harness', 'start-and-wait.ts')];

describe('the processes of a control plane', () => {
  it.each([
    ['a signal that nothing can catch', 'SIGKILL'],
    ['Ctrl-C', 'SIGINT'],
    ['the end that a CI job gets', 'SIGTERM'],
  ] as const)('are gone after %s', async (_what, signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-orphans-'));
    const env = { ...process.env, CDK8S_EKS_CLUSTER_LOGS: folder };
    const run = spawn(process.execPath, [...RUN, '1.33'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const pids = await new Promise<readonly number[]>((resolve, reject) => {
      run.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
      createInterface({ input: run.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    });
    expect(pids.length).toBeGreaterThanOrEqual(3);
    expect(pids.filter((pid) => !alive(pid))).toEqual([]);
    run.kill(signal);
    await until('all of them are gone', 40, async () => (pids.some(alive) ? undefined : true));
  });

  it('is told with the end of its log when one does not start', async () => {
    const { Processes } = await import('./harness/processes.js');
    const processes = new Processes(mkdtempSync(join(tmpdir(), 'cdk8s-eks-broken-')));
    const start = processes.start(
      { id: 'broken', command: 'sh', args: ['-c', 'echo no such flag >&2; exit 3'] },
      async () => false,
    );
    await expect(start).rejects.toThrow(/^broken did not get ready \(exit 3\); .*broken\.log ends:\nno such flag/);
    expect(existsSync(processes.logOf('broken'))).toBe(true);
    await processes.stop();
  });
});

/** Signal 0 only asks; what has ended and waits for its parent counts as gone. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
