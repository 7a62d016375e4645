import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeAgent, OneOffJob, ScheduledJob, StatefulService, WebService } from 'cdk8s-eks';
import { FIELD_TABLES } from '../../../../src/knowledge/kubernetes/fields/field-tables';
import { KUBERNETES_VERSIONS } from '../../../../src/knowledge/kubernetes/versions';
import { at, isJsonObject, listAt } from '../../../../src/model/json';
import { last } from '../../../../src/model/lists';
import { render } from '../../../support/render';
import { SCHEMAS } from '../../../support/schemas';
import { AUTOSCALING } from '../autoscaling/everything';
import { CONTAINER, EVERYTHING, JOB, SERVICE } from './everything';

const rendered = render((scope) => {
  new WebService(scope, 'web', {
    ...EVERYTHING,
    ports: [{ name: 'http', containerPort: 8080, nodePort: 30080, appProtocol: 'http' }],
    replicas: 2,
    strategy: 'Recreate',
    minReadySeconds: 5,
    progressDeadlineSeconds: 60,
    paused: true,
    service: SERVICE,
    services: { peers: { headless: true } },
  });
  new StatefulService(scope, 'db', {
    ...CONTAINER,
    ports: [{ name: 'db', containerPort: 5432 }],
    resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'gpu' }],
    claims: [{ name: 'data', size: '1Gi', storageClass: 'gp3' }],
    mounts: [{ path: '/data', claimTemplate: 'data' }],
    podManagementPolicy: 'Parallel',
    minReadySeconds: 5,
    updateStrategy: { partition: 1 },
    claimRetention: { whenDeleted: 'Retain' },
    firstOrdinal: 1,
  });
  new NodeAgent(scope, 'agent', {
    image: 'example.com/agent:1',
    minReadySeconds: 5,
    updateStrategy: 'OnDelete',
    host: { reason: 'a test', network: true, pid: true, ipc: true },
  });
  new WebService(scope, 'scaled', { image: 'example.com/app:1', port: 8080, autoscaling: AUTOSCALING });
  new OneOffJob(scope, 'job', {
    image: 'example.com/job:1',
    restartPolicy: 'Never',
    ttlSecondsAfterFinished: 60,
    ...JOB,
  });
  new ScheduledJob(scope, 'cron', {
    image: 'example.com/job:1',
    schedule: '@daily',
    timeZone: 'Etc/UTC',
    suspend: true,
    startingDeadlineSeconds: 60,
  });
});

const newest = join(SCHEMAS, `kubernetes-${last(KUBERNETES_VERSIONS)}.json`);
const schemas: unknown = JSON.parse(readFileSync(newest, 'utf8'));

const podOf = (name: string) => at(rendered[name], 'spec', 'template', 'spec');
const containers = ['Deployment web', 'StatefulSet db'].flatMap((name) =>
  ['containers', 'initContainers'].flatMap((list) => listAt(podOf(name), list)),
);

const autoscaler = at(rendered['HorizontalPodAutoscaler scaled'], 'spec');

/** Where the fields of each definition are looked for. */
const PLACES: Readonly<Record<keyof typeof FIELD_TABLES, readonly unknown[]>> = {
  'core.v1.PodSpec': [podOf('Deployment web'), podOf('DaemonSet agent'), podOf('Job job')],
  'core.v1.Container': containers,
  'apps.v1.DeploymentSpec': [at(rendered['Deployment web'], 'spec')],
  'apps.v1.StatefulSetSpec': [at(rendered['StatefulSet db'], 'spec')],
  'apps.v1.DaemonSetSpec': [at(rendered['DaemonSet agent'], 'spec')],
  'batch.v1.JobSpec': [at(rendered['Job job'], 'spec'), at(rendered['CronJob cron'], 'spec', 'jobTemplate', 'spec')],
  'batch.v1.CronJobSpec': [at(rendered['CronJob cron'], 'spec')],
  'autoscaling.v2.HorizontalPodAutoscalerSpec': [autoscaler],
  'autoscaling.v2.MetricSpec': listAt(autoscaler, 'metrics'),
  'autoscaling.v2.HPAScalingRules': ['scaleUp', 'scaleDown'].map((way) => at(autoscaler, 'behavior', way)),
  'core.v1.ServiceSpec': ['web', 'web-peers'].map((name) => at(rendered[`Service ${name}`], 'spec')),
};

describe.each(Object.entries(FIELD_TABLES))('%s', (definition, table) => {
  it('has a row for each field of the newest Kubernetes, and no other', () => {
    const properties = at(schemas, 'definitions', definition, 'properties');
    expect(Object.keys(table).sort()).toEqual(Object.keys(properties as object).sort());
  });

  it('is rendered where a property is named, and only there', () => {
    const places = PLACES[definition as keyof typeof FIELD_TABLES];
    const found = new Set(places.flatMap((place) => (isJsonObject(place) ? Object.keys(place) : [])));
    const promised = Object.entries(table).flatMap(([field, row]) => ('property' in row ? [field] : []));
    expect([...found].sort()).toEqual(promised.sort());
  });
});
