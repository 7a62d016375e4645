import { defineApp, WebService } from 'cdk8s-eks';

const shared = {
  resources: { cpu: '100m', memory: '100Mi', memoryLimit: 'none' },
  profile: { level: 'baseline', reason: 'the images start as root' },
} as const;
const redis = [{ name: 'redis', containerPort: 6379 }];
const env = { GET_HOSTS_FROM: 'dns' };

export default defineApp({
  name: 'guestbook',
  owner: 'games',
  namespace: 'guestbook',
  charts(scope) {
    new WebService(scope, 'redis-master', {
      ...shared,
      image: 'registry.k8s.io/redis:e2e',
      containerName: 'master',
      ports: redis,
    });
    new WebService(scope, 'redis-replica', {
      ...shared,
      image: 'gcr.io/google_samples/gb-redisslave:v1',
      containerName: 'replica',
      env,
      ports: redis,
      replicas: 2,
    });
    new WebService(scope, 'frontend', {
      ...shared,
      image: 'gcr.io/google-samples/gb-frontend:v5',
      containerName: 'php-redis',
      env,
      port: 80,
      service: { type: 'NodePort' },
      replicas: 3,
    });
  },
});
