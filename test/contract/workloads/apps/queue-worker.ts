import { defineApp, Worker } from 'cdk8s-eks';

const logs = { path: '/opt/logs', name: 'logs', emptyDir: { sizeLimit: '1Gi' } } as const;

export default defineApp({
  name: 'orders',
  owner: 'orders',
  namespace: 'orders',
  charts: (scope) =>
    new Worker(scope, 'worker', {
      image: 'public.ecr.aws/example/orders-worker:3.2.1',
      env: { QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' },
      sidecars: [
        {
          name: 'ship-logs',
          image: 'public.ecr.aws/docker/library/alpine:3.22',
          command: ['tail', '-F', '/opt/logs/worker.log'],
          resources: { cpu: '20m', memory: '32Mi' },
          mounts: [logs],
        },
      ],
      replicas: 3,
      runOn: { capacity: 'spot', architecture: 'arm64' },
      terminationGracePeriodSeconds: 120,
      resources: { cpu: '250m', memory: '512Mi' },
      mounts: [logs],
    }),
});
