import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '../../model/errors';
import { textAt } from '../../model/json';
import { type Connection, overSocket } from './ask';

export interface ClusterAccess {
  readonly kubeconfig: string;
  /** The kubeconfig's own current context when absent. */
  readonly context?: string;
}

const START_SECONDS = 20;
const ANSWER_SECONDS = 30;

/**
 * Opens the cluster that a kubeconfig names, by `kubectl proxy` on a socket in a folder of this user alone: kubectl
 * knows every way to authenticate, `aws eks get-token` included.
 * @throws ToolError REFEREE when kubectl is missing, cannot read the kubeconfig, or the server does not answer
 */
export async function openCluster(access: ClusterAccess): Promise<Connection & { readonly version: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-apiserver-'));
  const socket = join(folder, 'proxy');
  const context = access.context === undefined ? [] : ['--context', access.context];
  const child = spawn('kubectl', ['--kubeconfig', access.kubeconfig, ...context, 'proxy', `--unix-socket=${socket}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const connection = overSocket(socket, ANSWER_SECONDS * 1000);
  const close = (): void => {
    connection.close();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', close);
  };
  process.once('exit', close);
  try {
    await serving(child);
    return { ask: connection.ask, close, version: await versionOf(connection, access) };
  } catch (error) {
    close();
    throw error;
  }
}

function serving(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const fail = (what: string) =>
      reject(
        refused(`kubectl proxy did not start: ${complaint.trim() || what}`, 'try `kubectl --kubeconfig FILE version`.'),
      );
    const timer = setTimeout(() => fail(`nothing within ${START_SECONDS} s`), START_SECONDS * 1000);
    child.stderr?.on('data', (text) => (complaint += text));
    child.once('error', () =>
      reject(refused('there is no kubectl on PATH, which opens the cluster of a kubeconfig.', 'install kubectl.')),
    );
    child.once('exit', (code) => fail(`exit ${code}`));
    child.stdout?.once('data', resolve);
    child.stdout?.once('data', () => clearTimeout(timer));
    child.once('close', () => clearTimeout(timer));
  });
}

/** The server's version, which also shows that it answers and knows this user. */
async function versionOf({ ask }: Connection, { kubeconfig }: ClusterAccess): Promise<string> {
  const fix =
    'see that the cluster is up, that this machine reaches it, and that the user of the kubeconfig may sign in.';
  const answer = await ask('GET', '/version').catch((error: Error) => {
    throw refused(`the API server of ${kubeconfig} did not answer: ${error.message}.`, fix);
  });
  const version = textAt(answer.body, 'gitVersion');
  if (answer.status === 200 && version !== undefined) return version;
  const said = textAt(answer.body, 'message') ?? String(answer.body).trim().slice(0, 300);
  throw refused(`the API server of ${kubeconfig} did not answer: ${answer.status} ${said}.`, fix);
}

function refused(message: string, fix: string): ToolError {
  return new ToolError('REFEREE', [{ message, fix }]);
}
