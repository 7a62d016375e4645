import { defineApp, NodeAgent } from 'cdk8s-eks';

const read = { readOnly: true, mountPropagation: 'HostToContainer' } as const;

export default defineApp({
  name: 'monitoring',
  owner: 'platform',
  namespace: 'monitoring',
  charts: (scope) =>
    new NodeAgent(scope, 'node-exporter', {
      image: 'quay.io/prometheus/node-exporter:v1.9.1',
      args: [
        '--web.listen-address=0.0.0.0:9100',
        '--path.sysfs=/host/sys',
        '--path.rootfs=/host/root',
        '--no-collector.wifi',
        '--no-collector.hwmon',
      ],
      ports: [{ name: 'metrics', containerPort: 9100 }],
      host: {
        reason: 'it reads the numbers of the node',
        network: true,
        pid: true,
        paths: [
          { path: '/sys', mountPath: '/host/sys', ...read },
          { path: '/', mountPath: '/host/root', ...read },
        ],
      },
      everyNode: true,
      user: { uid: 65534 },
      security: { readOnlyRootFilesystem: true },
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      priorityClassName: 'system-node-critical',
      resources: { cpu: '102m', cpuLimit: '250m', memory: '180Mi' },
      updateStrategy: { maxUnavailable: '10%' },
    }),
});
