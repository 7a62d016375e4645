import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, overTls } from '../../../../src/referee/apiserver/ask';
import { freePort } from '../../../support/free-port';
import { requireTools } from '../tools/require';
import { Api } from './api';
import { Processes } from './processes';

export interface ControlPlaneOptions {
  /** `1.33` */
  readonly version: string;
  /** With the controllers, the scheduler and nodes that pretend to run Pods. @default false: the API server alone */
  readonly running?: boolean;
}

/** A Kubernetes control plane as plain processes on loopback. Stop it, or the process's end stops it. */
export class ControlPlane {
  private constructor(
    readonly processes: Processes,
    readonly version: string,
    readonly kubeconfig: string,
    private readonly connection: Connection,
    readonly access: { readonly port: number; readonly ca: string; readonly token: string },
  ) {}

  get api(): Api {
    return new Api(this.connection.ask);
  }

  get ask(): Connection['ask'] {
    return this.connection.ask;
  }

  static async start({ version, running = false }: ControlPlaneOptions): Promise<ControlPlane> {
    const folder = mkdtempSync(join(process.env['CDK8S_EKS_CLUSTER_LOGS'] ?? tmpdir(), `kubernetes-${version}-`));
    const processes = new Processes(folder);
    try {
      const plane = await startApiServer(processes, version);
      if (running) await startControllers(plane);
      return plane;
    } catch (error) {
      await processes.stop();
      throw error;
    }
  }

  static of(
    processes: Processes,
    version: string,
    access: { readonly port: number; readonly ca: string; readonly token: string },
  ): ControlPlane {
    const kubeconfig = join(processes.folder, 'kubeconfig');
    writeFileSync(kubeconfig, kubeconfigText(access), { mode: 0o600 });
    return new ControlPlane(
      processes,
      version,
      kubeconfig,
      overTls(access.port, access.ca, access.token, 30_000),
      access,
    );
  }

  async stop(): Promise<void> {
    this.connection.close();
    await this.processes.stop();
  }
}

async function startApiServer(processes: Processes, version: string): Promise<ControlPlane> {
  const tools = requireTools(['etcd', 'kube-apiserver'], version);
  const { folder } = processes;
  const [etcd, peer] = [await freePort(), await freePort()];
  const etcdUrl = `http://127.0.0.1:${etcd}`;
  await processes.start(
    {
      id: 'etcd',
      command: tools.etcd,
      args: [
        `--data-dir=${join(folder, 'etcd')}`,
        '--unsafe-no-fsync',
        '--log-level=warn',
        `--listen-client-urls=${etcdUrl}`,
        `--advertise-client-urls=${etcdUrl}`,
        `--listen-peer-urls=http://127.0.0.1:${peer}`,
        `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
        `--initial-cluster=default=http://127.0.0.1:${peer}`,
      ],
    },
    async () => (await fetch(`${etcdUrl}/health`)).ok,
  );
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  const key = join(certificates, 'service-account.key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(certificates, 'tokens.csv'), `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  const port = await freePort();
  const ready = async (): Promise<boolean> => {
    // Read anew each time: the server may be writing it.
    const ca = readFileSync(join(certificates, 'apiserver.crt'), 'utf8');
    const connection = overTls(port, ca, token, 5000);
    try {
      return (await connection.ask('GET', '/readyz')).status === 200;
    } finally {
      connection.close();
    }
  };
  await processes.start(
    {
      id: 'kube-apiserver',
      command: tools['kube-apiserver'],
      args: [
        `--etcd-servers=${etcdUrl}`,
        `--secure-port=${port}`,
        '--bind-address=127.0.0.1',
        `--cert-dir=${certificates}`,
        `--service-account-key-file=${key}`,
        `--service-account-signing-key-file=${key}`,
        '--service-account-issuer=https://kubernetes.default.svc',
        `--token-auth-file=${join(certificates, 'tokens.csv')}`,
        '--authorization-mode=RBAC',
        '--service-cluster-ip-range=10.96.0.0/16',
        '--allow-privileged=true',
        '--disable-admission-plugins=ServiceAccount',
        // A test asks as fast as it can; nobody else is served here.
        '--max-requests-inflight=2000',
        '--max-mutating-requests-inflight=1000',
      ],
    },
    ready,
  );
  const ca = readFileSync(join(certificates, 'apiserver.crt'), 'utf8');
  return ControlPlane.of(processes, version, { port, ca, token });
}

/** Controllers, scheduler, and KWOK, which plays the kubelet of every node. */
async function startControllers(plane: ControlPlane): Promise<void> {
  const { processes, kubeconfig, version } = plane;
  const tools = requireTools(['kube-controller-manager', 'kube-scheduler', 'kwok'], version);
  const key = join(processes.folder, 'certificates', 'service-account.key');
  const ports = [await freePort(), await freePort()];
  const healthy = async (port: number) => (await overHealth(port)) === 200;
  await Promise.all([
    processes.start(
      {
        id: 'kube-controller-manager',
        command: tools['kube-controller-manager'],
        args: [
          `--kubeconfig=${kubeconfig}`,
          `--service-account-private-key-file=${key}`,
          '--leader-elect=false',
          '--bind-address=127.0.0.1',
          `--secure-port=${ports[0]}`,
          `--cert-dir=${join(processes.folder, 'controller-manager')}`,
          // Autoscalers need a metrics server; a stand-in writes what theirs would say.
          '--controllers=*,-node-ipam-controller,-horizontal-pod-autoscaler-controller',
          '--concurrent-deployment-syncs=10',
          '--kube-api-qps=200',
          '--kube-api-burst=400',
        ],
      },
      () => healthy(ports[0] ?? 0),
    ),
    processes.start(
      {
        id: 'kube-scheduler',
        command: tools['kube-scheduler'],
        args: [
          `--kubeconfig=${kubeconfig}`,
          '--leader-elect=false',
          '--bind-address=127.0.0.1',
          `--secure-port=${ports[1]}`,
          `--cert-dir=${join(processes.folder, 'scheduler')}`,
          '--kube-api-qps=200',
          '--kube-api-burst=400',
        ],
      },
      () => healthy(ports[1] ?? 0),
    ),
    startNodes(plane, tools.kwok),
  ]);
}

async function startNodes({ processes, kubeconfig, api }: ControlPlane, kwok: string): Promise<void> {
  const port = await freePort();
  for (let i = 0; i < 3; i++) {
    const allocatable = { cpu: '64', memory: '256Gi', pods: '250', 'ephemeral-storage': '100Gi' };
    const name = `node-${i}`;
    await api.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': `zone-${i}` } },
      status: { allocatable, capacity: allocatable },
    });
  }
  await processes.start(
    {
      id: 'kwok',
      command: kwok,
      args: [
        `--kubeconfig=${kubeconfig}`,
        '--manage-all-nodes=true',
        `--server-address=127.0.0.1:${port}`,
        '--node-lease-duration-seconds=40',
      ],
    },
    async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok,
  );
}

/** These serve health over TLS with a certificate of their own making. */
async function overHealth(port: number): Promise<number> {
  const { request } = await import('node:https');
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/healthz', rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.once('error', reject);
    sent.end();
  });
}

function kubeconfigText({ port, ca, token }: ControlPlane['access']): string {
  const cluster = {
    server: `https://127.0.0.1:${port}`,
    'certificate-authority-data': Buffer.from(ca).toString('base64'),
  };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'local', context: { cluster: 'local', user: 'admin' } }],
    'current-context': 'local',
  });
}
