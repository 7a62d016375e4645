import { defineApp, EbsStorageClass, StatefulService } from 'cdk8s-eks';

export default defineApp({
  name: 'cassandra',
  owner: 'data',
  namespace: 'cassandra',
  charts(scope) {
    const fast = new EbsStorageClass(scope, 'fast', { type: 'gp3', iops: 6000, throughput: 500 });
    new StatefulService(scope, 'cassandra', {
      image: 'public.ecr.aws/docker/library/cassandra:5.0.4',
      ports: [
        { name: 'cql', containerPort: 9042 },
        { name: 'intra-node', containerPort: 7000, servicePort: false },
        { name: 'jmx', containerPort: 7199, servicePort: false },
      ],
      replicas: 3,
      updateStrategy: { partition: 2 },
      terminationGracePeriodSeconds: 500,
      profile: { level: 'baseline', reason: 'the image starts as root, and drops to its own user' },
      resources: { cpu: '500m', cpuLimit: '500m', memory: '2Gi' },
      lifecycle: { preStop: { exec: ['nodetool', 'drain'] } },
      env: {
        MAX_HEAP_SIZE: '1G',
        CASSANDRA_SEEDS: 'cassandra-0.cassandra',
        POD_IP: { fieldRef: { fieldPath: 'status.podIP' } },
      },
      readiness: { exec: ['nodetool', 'status'], initialDelaySeconds: 15, timeoutSeconds: 5 },
      claims: [{ name: 'data', size: '100Gi', storageClass: fast }],
      mounts: [{ path: '/var/lib/cassandra', claimTemplate: 'data' }],
    });
  },
});
