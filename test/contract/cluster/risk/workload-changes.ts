import type { JsonObject } from '../../../../src/model/json';
import { accepted, refused, type ServerChange } from './server-change';

type Fields = JsonObject;

const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment' };
const DAEMON_SET = { apiVersion: 'apps/v1', kind: 'DaemonSet' };
const STATEFUL_SET = { apiVersion: 'apps/v1', kind: 'StatefulSet' };
const JOB = { apiVersion: 'batch/v1', kind: 'Job' };
const CRON_JOB = { apiVersion: 'batch/v1', kind: 'CronJob' };
const SERVICE = { apiVersion: 'v1', kind: 'Service' };
const pods = (app: string, image = 'a:1', more: Fields = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'web', image }], ...more },
});
const workload = (app: string, image?: string, more: Fields = {}) => ({
  spec: { selector: { matchLabels: { app } }, template: pods(app, image), ...more },
});
const template = (storage: string, labels: Fields = {}) => ({
  volumeClaimTemplates: [
    {
      metadata: { name: 'data', labels },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    },
  ],
});
const set = (more: Fields) => workload('a', 'a:1', { serviceName: 'a', ...template('1Gi'), ...more });
const job = (image: string, more: Fields = {}) => ({
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } }, ...more },
});
const service = (more: Fields) => ({ spec: { ports: [{ name: 'http', port: 80 }], selector: { app: 'a' }, ...more } });
const balanced = (more: Fields) => service({ type: 'LoadBalancer', ...more });

/** Workloads, Jobs and Services. */
export const WORKLOAD_CHANGES: readonly ServerChange[] = [
  refused('selector', 'selector', DEPLOYMENT, workload('a'), workload('b')),
  refused('selector', 'selector', DAEMON_SET, workload('a'), workload('b')),
  accepted('image', 'image', DEPLOYMENT, workload('a', 'a:1'), workload('a', 'a:2')),
  accepted(
    'replicas',
    'replicas',
    DEPLOYMENT,
    workload('a', 'a:1', { replicas: 2 }),
    workload('a', 'a:1', { replicas: 3 }),
  ),
  refused(
    'strategy-by-server',
    'Recreate',
    DEPLOYMENT,
    workload('a'),
    workload('a', 'a:1', { strategy: { type: 'Recreate' } }),
  ),
  refused('claim-templates', 'a larger claim template', STATEFUL_SET, set({}), set(template('2Gi'))),
  refused('claim-templates', 'a label of a claim template', STATEFUL_SET, set({}), set(template('1Gi', { a: '1' }))),
  refused('set-fields', 'serviceName', STATEFUL_SET, set({}), set({ serviceName: 'b' })),
  refused('set-fields', 'podManagementPolicy', STATEFUL_SET, set({}), set({ podManagementPolicy: 'Parallel' })),
  refused('strategy-by-server', 'OnDelete', STATEFUL_SET, set({}), set({ updateStrategy: { type: 'OnDelete' } })),
  accepted(
    'update-strategy',
    'OnDelete',
    DAEMON_SET,
    workload('a'),
    workload('a', 'a:1', { updateStrategy: { type: 'OnDelete' } }),
  ),
  accepted(
    'set-retention',
    'retention',
    STATEFUL_SET,
    set({}),
    set({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' } }),
  ),
  refused('job-template', 'image', JOB, job('a:1'), job('a:2')),
  refused(
    'job-fields',
    'completionMode',
    JOB,
    job('a:1', { completions: 2 }),
    job('a:1', { completions: 2, completionMode: 'Indexed' }),
  ),
  refused('job-fields', 'completions', JOB, job('a:1', { completions: 2 }), job('a:1', { completions: 3 })),
  accepted('job-bounds', 'backoffLimit', JOB, job('a:1'), job('a:1', { backoffLimit: 2 })),
  accepted('job-parallelism', 'parallelism', JOB, job('a:1', { parallelism: 1 }), job('a:1', { parallelism: 2 })),
  accepted('job-suspended', 'suspend', JOB, job('a:1'), job('a:1', { suspend: true })),
  accepted(
    'cron-template',
    'jobTemplate',
    CRON_JOB,
    { spec: { schedule: '0 1 * * *', jobTemplate: job('a:1') } },
    { spec: { schedule: '0 2 * * *', jobTemplate: job('a:2') } },
  ),
  refused('cluster-address', 'to None', SERVICE, service({ clusterIP: '10.96.0.77' }), service({ clusterIP: 'None' })),
  refused(
    'balancer-class',
    'another class',
    SERVICE,
    balanced({ loadBalancerClass: 'service.k8s.aws/nlb' }),
    balanced({ loadBalancerClass: 'eks.amazonaws.com/nlb' }),
  ),
  refused(
    'balancer-class',
    'a class that is added',
    SERVICE,
    balanced({}),
    balanced({ loadBalancerClass: 'service.k8s.aws/nlb' }),
  ),
  refused(
    'health-port',
    'another port',
    SERVICE,
    balanced({ externalTrafficPolicy: 'Local', healthCheckNodePort: 30901 }),
    balanced({ externalTrafficPolicy: 'Local', healthCheckNodePort: 30902 }),
  ),
  accepted('service-opened', 'type', SERVICE, service({ type: 'ClusterIP' }), service({ type: 'NodePort' })),
  accepted(
    'external-name',
    'type',
    SERVICE,
    service({ type: 'ClusterIP' }),
    service({ type: 'ExternalName', externalName: 'a.example.com' }),
  ),
  accepted('service-selector', 'selector', SERVICE, service({}), service({ selector: { app: 'b' } })),
];
