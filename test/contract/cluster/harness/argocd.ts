import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { freePort } from '../../../support/free-port';
import { fileOf } from '../tools/obtain';
import { ARGOCD } from '../tools/pins';
import { requireTools } from '../tools/require';
import type { Api, Live } from './api';
import type { ControlPlane } from './control-plane';
import { install } from './definitions';
import { until } from './processes';

const NAMESPACE = 'argocd';
const partOf = { 'app.kubernetes.io/part-of': 'argocd' };
const LOOPBACK = '127.0.0.1';

/** Argo CD's repo-server and application-controller beside the control plane that holds their objects. */
export class ArgoCd {
  private constructor(private readonly api: Api) {}

  static async start(plane: ControlPlane): Promise<ArgoCd> {
    const { api, processes, kubeconfig } = plane;
    const tools = requireTools(['argocd', 'redis'], plane.version);
    await installObjects(api);
    const [redis, repo, metrics, more] = [await freePort(), await freePort(), await freePort(), await freePort()];
    const redisAt = `${LOOPBACK}:${redis}`;
    const env = environmentOf(join(processes.folder, 'argocd'), kubeconfig);
    await processes.start({ id: 'redis', command: tools.redis, args: [redisAt] }, () => open(redis));
    await processes.start(
      {
        id: 'argocd-repo-server',
        command: tools.argocd,
        env: { ...env, ARGOCD_BINARY_NAME: 'argocd-repo-server' },
        args: [
          ...['--redis', redisAt, '--address', LOOPBACK, '--port', `${repo}`],
          ...['--metrics-address', LOOPBACK, '--metrics-port', `${metrics}`, '--disable-tls'],
        ],
      },
      () => open(repo),
    );
    await processes.start(
      {
        id: 'argocd-application-controller',
        command: tools.argocd,
        env: { ...env, ARGOCD_BINARY_NAME: 'argocd-application-controller' },
        args: [
          ...['--kubeconfig', kubeconfig, '--namespace', NAMESPACE, '--redis', redisAt, '--metrics-port', `${more}`],
          ...['--repo-server', `${LOOPBACK}:${repo}`, '--repo-server-plaintext', '--app-resync', '10'],
          ...['--app-resync-jitter', '0'],
        ],
      },
      () => open(more),
    );
    return new ArgoCd(api);
  }

  async applications(): Promise<readonly Live[]> {
    return this.api.list(`/apis/argoproj.io/v1alpha1/namespaces/${NAMESPACE}/applications`);
  }

  async application(name: string): Promise<Live | undefined> {
    return this.api.get(reference(name));
  }

  /** What a webhook does after a push. */
  async refresh(...names: readonly string[]): Promise<void> {
    const all = names.length > 0 ? names : (await this.applications()).map((one) => one.metadata.name);
    for (const name of all) await this.annotate(name, { 'argocd.argoproj.io/refresh': 'normal' });
  }

  /** What `argocd app confirm-deletion` does. */
  async confirm(name: string): Promise<void> {
    const now = new Date(Date.now() + 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    await this.annotate(name, { 'argocd.argoproj.io/deletion-approved': now });
  }

  /** What `argocd cluster add` does: destinations find a cluster by this name. */
  async register(name: string, { access }: ControlPlane): Promise<void> {
    const config = {
      bearerToken: access.token,
      tlsClientConfig: { caData: Buffer.from(access.ca).toString('base64') },
    };
    await this.api.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: NAMESPACE, name, labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
      stringData: { name, server: `https://127.0.0.1:${access.port}`, config: JSON.stringify(config) },
    });
  }

  /** What `argocd app terminate-op` does. */
  async terminate(name: string): Promise<void> {
    await this.api.patch(reference(name), { status: { operationState: { phase: 'Terminating' } } });
  }

  private async annotate(name: string, annotations: Readonly<Record<string, string>>): Promise<void> {
    await this.api.patch(reference(name), { metadata: { annotations } });
  }

  /** Waits until every named Application has synced a commit, and nothing differs or is unwell. */
  async settled(names: readonly string[], revision: string, seconds: number): Promise<void> {
    let last: readonly string[] = [];
    await until('the Applications are Synced and Healthy', seconds, async () => {
      const found = new Map((await this.applications()).map((one) => [one.metadata.name, one]));
      last = names.flatMap((name) => stateOf(name, found.get(name), revision) ?? []);
      if (last.length > 0) throw new Error(last.join('; '));
      return true;
    });
  }
}

/** What keeps one Application from being done; undefined when nothing does. */
function stateOf(name: string, application: Live, revision: string): string | undefined {
  if (application === undefined) return `${name} is not there`;
  const { sync, health, operationState: operation, conditions = [] } = application.status ?? {};
  const well = sync?.status === 'Synced' && health?.status === 'Healthy' && sync.revision === revision;
  const running =
    operation?.phase === 'Running' || operation?.phase === 'Terminating' || application.operation !== undefined;
  if (well && !running) return undefined;
  const unwell = (application.status?.resources ?? [])
    .filter((one: Live) => one.status !== 'Synced' || (one.health !== undefined && one.health.status !== 'Healthy'))
    .map((one: Live) => `${one.kind} ${one.name} ${one.status} ${one.health?.status ?? ''}`);
  const said = [operation?.phase, operation?.message, ...conditions.map((one: Live) => one.message)].filter(Boolean);
  return `${name} ${sync?.status} ${health?.status}: ${[...said, ...unwell.slice(0, 4)].join(', ').slice(0, 500)}`;
}

function reference(name: string): Live {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { namespace: NAMESPACE, name } };
}

/** Definitions and settings, those of its own release. */
async function installObjects(api: Api): Promise<void> {
  const files = ARGOCD.files?.paths.map((path) => readFileSync(fileOf(ARGOCD, path), 'utf8')) ?? [];
  const objects = files.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Live));
  await install(
    api,
    objects.filter((object) => object.kind === 'CustomResourceDefinition'),
  );
  await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  const settings = objects.find((object) => object.kind === 'ConfigMap');
  await api.apply({ ...settings, metadata: { ...settings.metadata, namespace: NAMESPACE } });
  for (const name of ['rbac-cm', 'cmd-params-cm', 'ssh-known-hosts-cm', 'tls-certs-cm', 'gpg-keys-cm']) {
    const metadata = { namespace: NAMESPACE, name: `argocd-${name}`, labels: partOf };
    await api.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: {} });
  }
  const metadata = { namespace: NAMESPACE, name: 'argocd-secret', labels: partOf };
  await api.apply({ apiVersion: 'v1', kind: 'Secret', metadata, stringData: { 'server.secretkey': 'loopback-only' } });
}

function environmentOf(folder: string, kubeconfig: string): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {
    KUBECONFIG: kubeconfig,
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_SYNC_WAVE_DELAY: '1',
  };
  const folders = [
    'HOME',
    'TMPDIR',
    'ARGOCD_TLS_DATA_PATH',
    'ARGOCD_SSH_DATA_PATH',
    'ARGOCD_GPG_DATA_PATH',
    'ARGOCD_GNUPGHOME',
  ];
  for (const name of folders) {
    variables[name] = join(folder, name.toLowerCase());
    mkdirSync(variables[name], { recursive: true });
  }
  return variables;
}

async function open(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
