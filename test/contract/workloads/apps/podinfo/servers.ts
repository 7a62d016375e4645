import type { Chart } from 'cdk8s';
import { ConfigFiles, type ProbeInput, StatefulService, storageClassFor, VolumeClaim, WebService } from 'cdk8s-eks';
import redisConf from '../../../../../apps/podinfo/redis.conf';

export const IMAGE = 'ghcr.io/stefanprodan/podinfo:6.14.1';
const HTTP = { name: 'http', containerPort: 9898 } as const;
const GRPC = { name: 'grpc', containerPort: 9999 } as const;
const METRICS = { name: 'http-metrics', containerPort: 9797, servicePort: false } as const;
const TIMING = { initialDelaySeconds: 5, timeoutSeconds: 5 };

const asked = (port: number, path: string): ProbeInput => ({
  exec: ['podcli', 'check', 'http', `localhost:${port}/${path}`],
  ...TIMING,
});

const podinfo = (port: number, ...args: string[]) => ({
  image: IMAGE,
  command: ['./podinfo', `--port=${port}`, '--port-metrics=9797', ...args],
  user: { uid: 100, gid: 101 },
  resources: { cpu: '100m', cpuLimit: '2000m', memory: '32Mi', memoryLimit: '512Mi' } as const,
  readiness: asked(port, 'readyz'),
  liveness: asked(port, 'healthz'),
  podAnnotations: { 'prometheus.io/port': '9797', 'prometheus.io/scrape': 'true' },
  minReadySeconds: 3,
  revisionHistoryLimit: 5,
});
const rollout = { progressDeadlineSeconds: 60 };
const env = { PODINFO_UI_COLOR: '#34577c' };

export function servers(chart: Chart) {
  new WebService(chart, 'backend', {
    ...podinfo(
      9898,
      '--grpc-port=9999',
      '--grpc-service-name=backend',
      '--level=info',
      '--cache-server=tcp://cache:6379',
    ),
    ...rollout,
    env,
    ports: [{ ...HTTP, servicePort: 9898 }, METRICS, GRPC],
    autoscaling: { minReplicas: 1, maxReplicas: 2, cpuUtilization: 99 },
  });
  new WebService(chart, 'frontend', {
    ...podinfo(9898, '--level=debug', '--backend-url=http://backend:9898/echo', '--cache-server=tcp://cache:6379'),
    ...rollout,
    env,
    ports: [{ ...HTTP, servicePort: 80 }, METRICS, { ...GRPC, servicePort: false }],
    resources: { cpu: '100m', cpuLimit: '1000m', memory: '32Mi', memoryLimit: '128Mi' } as const,
    autoscaling: { minReplicas: 2, maxReplicas: 4, cpuUtilization: 99 },
  });
  const database = {
    ...podinfo(3306, '--level=info'),
    containerName: 'database',
    ports: [{ name: 'db', containerPort: 3306 }, METRICS],
  };
  new WebService(chart, 'database-replica', {
    ...database,
    ...rollout,
    autoscaling: { minReplicas: 2, maxReplicas: 3, cpuUtilization: 99 },
  });
  const storageClass = storageClassFor(chart, 'block', 'gp3');
  const claim = new VolumeClaim(chart, 'database-primary-data', {
    name: 'database-primary',
    storageClass,
    size: '1Gi',
  });
  new StatefulService(chart, 'database-primary', { ...database, mounts: [{ path: '/data', name: 'data', claim }] });
  const config = new ConfigFiles(chart, 'redis-config', { data: { 'redis.conf': redisConf } });
  new WebService(chart, 'cache', {
    image: 'docker.io/redis:8.8.0',
    containerName: 'redis',
    command: ['redis-server', '/redis-master/redis.conf'],
    ports: [{ name: 'redis', containerPort: 6379 }],
    resources: { cpu: '100m', cpuLimit: '1000m', memory: '32Mi', memoryLimit: '128Mi' } as const,
    user: { uid: 999 },
    readiness: { exec: ['redis-cli', 'ping'], ...TIMING },
    liveness: { tcp: 'redis', ...TIMING },
    writable: ['/var/lib/redis'],
    mounts: [{ path: '/redis-master', name: 'config', configMap: config, items: { 'redis.conf': 'redis.conf' } }],
  });
}
