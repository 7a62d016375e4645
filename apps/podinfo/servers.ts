import { ConfigFiles, releasedImage, WebService } from 'cdk8s-eks';
import type { Construct } from 'constructs';
import redisConf from './redis.conf';
import { METRICS, PODINFO_USER, podcli, ROLLOUT, SCRAPED } from './settings';

const HTTP = { name: 'http', containerPort: 9898, servicePort: 9898 } as const;
const GRPC = { name: 'grpc', containerPort: 9999 } as const;
const COLOUR = { PODINFO_UI_COLOR: '#34577c' };

/** gRPC for the company's other networks: TLS ends at an internal load balancer, whose name stays as long as its scheme does. */
const INSIDE = {
  listeners: { grpc: { port: 443 } },
  tls: { host: 'podinfo-grpc', alpnPolicy: 'HTTP2Only' },
  healthCheck: { protocol: 'http', path: '/readyz', port: HTTP.containerPort },
  sourceRanges: ['10.0.0.0/8'],
  deregistrationDelaySeconds: 30,
} as const;

export function backend(scope: Construct): WebService {
  return new WebService(scope, 'backend', {
    image: releasedImage(scope, 'podinfo'),
    command: [
      './podinfo',
      '--port=9898',
      '--port-metrics=9797',
      '--grpc-port=9999',
      '--grpc-service-name=backend',
      '--level=info',
      '--cache-server=tcp://cache:6379',
    ],
    env: COLOUR,
    ports: [HTTP, METRICS, GRPC],
    resources: { cpu: '100m', memory: '512Mi' },
    user: PODINFO_USER,
    readiness: podcli('localhost:9898/readyz'),
    liveness: podcli('localhost:9898/healthz'),
    podAnnotations: SCRAPED,
    autoscaling: { minReplicas: 1, maxReplicas: 2, cpuUtilization: 99 },
    expose: { nlb: INSIDE },
    overrides: { deployment: ROLLOUT },
  });
}

export function frontend(scope: Construct): WebService {
  return new WebService(scope, 'frontend', {
    image: releasedImage(scope, 'podinfo'),
    command: [
      './podinfo',
      '--port=9898',
      '--port-metrics=9797',
      '--level=debug',
      '--backend-url=http://backend:9898/echo',
      '--cache-server=tcp://cache:6379',
    ],
    env: COLOUR,
    ports: [{ ...HTTP, servicePort: 80 }, METRICS, { ...GRPC, servicePort: false }],
    resources: { cpu: '100m', memory: '128Mi' },
    user: PODINFO_USER,
    readiness: podcli('localhost:9898/readyz'),
    liveness: podcli('localhost:9898/healthz'),
    podAnnotations: SCRAPED,
    autoscaling: { minReplicas: 2, maxReplicas: 4, cpuUtilization: 99 },
    overrides: { deployment: ROLLOUT },
  });
}

/** Redis as its user 999; it keeps nothing, so its data folder goes with the Pod. */
export function cache(scope: Construct): WebService {
  const config = new ConfigFiles(scope, 'redis-config', { data: { 'redis.conf': redisConf } });
  return new WebService(scope, 'cache', {
    image: releasedImage(scope, 'redis'),
    containerName: 'redis',
    command: ['redis-server', '/redis-master/redis.conf'],
    ports: [{ name: 'redis', containerPort: 6379 }],
    resources: { cpu: '100m', memory: '128Mi' },
    user: { uid: 999 },
    replicas: 1,
    readiness: { exec: ['redis-cli', 'ping'], initialDelaySeconds: 5, timeoutSeconds: 5 },
    liveness: { tcp: 'redis', initialDelaySeconds: 5, timeoutSeconds: 5 },
    writable: ['/data', '/var/lib/redis'],
    mounts: [{ path: '/redis-master', configMap: config, items: { 'redis.conf': 'redis.conf' } }],
  });
}
