import { defineApp, StatefulService } from 'cdk8s-eks';

const asked = { exec: ['zkServer.sh', 'status'], initialDelaySeconds: 10, timeoutSeconds: 5 };

export default defineApp({
  name: 'zookeeper',
  owner: 'data',
  namespace: 'zookeeper',
  charts: (scope) =>
    new StatefulService(scope, 'zk', {
      image: 'public.ecr.aws/docker/library/zookeeper:3.9.3',
      containerName: 'zookeeper',
      env: { ZOO_STANDALONE_ENABLED: 'false', ZOO_TICK_TIME: '2000' },
      ports: [
        { name: 'client', containerPort: 2181 },
        { name: 'server', containerPort: 2888 },
        { name: 'leader-election', containerPort: 3888 },
      ],
      service: { publishNotReadyAddresses: true },
      services: { cs: { ports: ['client'] } },
      replicas: 3,
      podManagementPolicy: 'Parallel',
      user: { uid: 1000 },
      resources: { cpu: '500m', memory: '1Gi' },
      readiness: asked,
      liveness: asked,
      claims: [{ name: 'datadir', size: '10Gi', storageClass: 'gp3' }],
      mounts: [{ path: '/data', claimTemplate: 'datadir' }],
    }),
});
