import * as plus from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';

/** Every cdk8s-plus that is tried. */
export const LIBRARIES = [
  ['cdk8s-plus-28', plus],
  ['cdk8s-plus-33', plus33 as unknown as typeof plus],
] as const;

/** What a hardened workload `web` of the app `shop` is rendered with. */
export const image = 'example.com/web:1';
export const containers = [{ image, portNumber: 8080, resources: {} }];
export const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };
export const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', ...selector };
export const metadata = { name: 'web', namespace: 'shop', labels };
const spreadOver = (topologyKey: string, revision: string) => ({
  maxSkew: 1,
  topologyKey,
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: { matchLabels: selector },
  matchLabelKeys: [revision],
});
export const spread = (revision: string) => [
  spreadOver('topology.kubernetes.io/zone', revision),
  spreadOver('kubernetes.io/hostname', revision),
];
export const container = {
  name: 'main',
  image,
  imagePullPolicy: 'Always',
  ports: [{ containerPort: 8080 }],
  startupProbe: { failureThreshold: 3, tcpSocket: { port: 8080 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
  },
};
export const pod = {
  automountServiceAccountToken: false,
  dnsPolicy: 'ClusterFirst',
  enableServiceLinks: false,
  hostNetwork: false,
  setHostnameAsFQDN: false,
  terminationGracePeriodSeconds: 30,
  securityContext: {
    fsGroup: 65532,
    fsGroupChangePolicy: 'Always',
    runAsGroup: 65532,
    runAsNonRoot: true,
    runAsUser: 65532,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};
export const served = {
  ...container,
  readinessProbe: { tcpSocket: { port: 8080 } },
  lifecycle: { preStop: { sleep: { seconds: 10 } } },
};
