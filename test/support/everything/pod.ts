import type { PodProps } from 'cdk8s-eks';
import { CONTAINER } from '../../unit/charts/workload/everything';
import { annotations, image, labels } from './entry';

/** What a container may be told on a server of any supported version. */
const container = {
  image,
  imagePullPolicy: CONTAINER.imagePullPolicy,
  command: CONTAINER.command,
  args: CONTAINER.args,
  workingDir: CONTAINER.workingDir,
  env: CONTAINER.env,
  envFrom: CONTAINER.envFrom,
  writable: CONTAINER.writable,
  addCapabilities: CONTAINER.addCapabilities,
  security: CONTAINER.security,
  terminationMessagePath: CONTAINER.terminationMessagePath,
  terminationMessagePolicy: CONTAINER.terminationMessagePolicy,
  stdin: CONTAINER.stdin,
  tty: CONTAINER.tty,
  resources: { cpu: '1', memory: '1Gi', ephemeralStorage: '1Gi', extended: { 'nvidia.com/gpu': 1 } },
} as const;
export const POD: Omit<PodProps, 'readiness' | 'liveness' | 'startup'> = {
  ...container,
  labels,
  annotations,
  containerName: 'main',
  initContainers: [{ name: 'first', image }],
  sidecars: [{ name: 'proxy', image, ports: [{ name: 'admin', containerPort: 9901 }] }],
  mounts: [{ path: '/etc/app', configMap: 'app' }],
  user: { uid: 1000, fsGroup: 'none' },
  supplementalGroups: [2000],
  dnsConfig: { searches: ['example.com'] },
  fsGroupChangePolicy: 'OnRootMismatch',
  imagePullSecrets: ['registry'],
  terminationGracePeriodSeconds: 60,
  podLabels: labels,
  podAnnotations: annotations,
  nodeSelector: { 'kubernetes.io/arch': 'arm64' },
  tolerations: [{ operator: 'Exists' }],
  schedulerName: 'other',
  readinessGates: ['example.com/ready'],
  shareProcessNamespace: true,
  dnsPolicy: 'Default',
  hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }],
  hostname: 'app',
  subdomain: 'apps',
  setHostnameAsFqdn: true,
};
