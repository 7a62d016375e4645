import { k8s, releasedImage, StatefulService, storageClassFor, VolumeClaim, WebService } from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { METRICS, PODINFO_USER, podcli, ROLLOUT, SCRAPED } from './settings';

const DB = { name: 'db', containerPort: 3306 } as const;
const COMMAND = ['./podinfo', '--port=3306', '--port-metrics=9797', '--level=info'];

/** podinfo playing a database: a primary with a disk, and replicas that scale. */
export function database(scope: Construct): void {
  const account = new k8s.KubeServiceAccount(scope, 'DatabaseAccount', {
    metadata: { name: 'database' },
    automountServiceAccountToken: false,
  });
  const shared = {
    image: releasedImage(scope, 'podinfo'),
    containerName: 'database',
    command: COMMAND,
    ports: [DB, METRICS],
    resources: { cpu: '100m', memory: '512Mi' } as const,
    user: PODINFO_USER,
    serviceAccount: account,
    readiness: podcli('localhost:3306/readyz'),
    liveness: podcli('localhost:3306/healthz'),
    podAnnotations: SCRAPED,
  };
  const claim = new VolumeClaim(scope, 'Data', {
    name: 'database-primary',
    storageClass: storageClassFor(scope, 'block', 'gp3'),
    size: '1Gi',
  });
  new StatefulService(scope, 'database-primary', {
    ...shared,
    mounts: [{ path: '/data', name: 'data', claim }],
    overrides: { statefulSet: { spec: { minReadySeconds: 3, revisionHistoryLimit: 5 } } },
  });
  new WebService(scope, 'database-replica', {
    ...shared,
    autoscaling: { minReplicas: 2, maxReplicas: 3, cpuUtilization: 99 },
    overrides: { deployment: ROLLOUT },
  });
}
