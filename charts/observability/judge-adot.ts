import { wrongLogGroup } from '../../src/knowledge/aws/log-groups';
import { PROMETHEUS_DURATION } from '../../src/knowledge/kubernetes/prometheus-operator';
import type { Problems } from '../shared/problems';
import type { Given } from '../shared/without';
import type { AdotCollectorProps, ScrapeJob } from './adot-collector-props';

/** @see https://docs.aws.amazon.com/prometheus/latest/APIReference/API_WorkspaceDescription.html */
const WORKSPACE = /^ws-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TARGET = /^[\w.-]+:\d{1,5}$/;

export function judgeAdot(props: Given<AdotCollectorProps>, problems: Problems): void {
  const { iamRole, serviceAccount, traces, metrics, batchSeconds } = props;
  problems.unless(
    (iamRole === undefined) !== (serviceAccount === undefined),
    iamRole === undefined
      ? 'neither iamRole nor serviceAccount is given: AWS refuses what has no role.'
      : 'iamRole and serviceAccount are given both.',
    'give one of them.',
  );
  problems.unless(
    traces !== undefined || metrics !== undefined,
    'neither traces nor metrics are given, so everything that is sent to it is refused.',
    "give traces: 'xray', or metrics.",
  );
  problems.integer('batchSeconds', batchSeconds, 1, 300);
  judgeMetrics(props, problems);
  judgePods(props, problems);
  for (const job of props.scrape ?? []) judgeJob(job, problems);
}

function judgeMetrics({ metrics }: Given<AdotCollectorProps>, problems: Problems): void {
  if (metrics === undefined) return;
  const { amp, cloudWatch } = metrics;
  problems.unless(
    amp === undefined || WORKSPACE.test(amp),
    `metrics.amp is "${amp}", which is not the id of a workspace: every write is refused.`,
    'write its id, such as ws-01234567-89ab-cdef-0123-456789abcdef; `values` of the environment may hold it.',
  );
  if (cloudWatch === undefined) return;
  problems.unless(
    /^(?!AWS\/)[\w.#:/ -]{1,255}$/.test(cloudWatch.namespace),
    `metrics.cloudWatch.namespace is "${cloudWatch.namespace}"; CloudWatch takes 1 to 255 letters, digits and . - _ / # : and blanks, and keeps AWS/ for itself.`,
    'write a namespace of your own.',
  );
  const wrong = cloudWatch.logGroup === undefined ? undefined : wrongLogGroup(cloudWatch.logGroup);
  problems.unless(
    wrong === undefined,
    `metrics.cloudWatch.logGroup is "${cloudWatch.logGroup}": ${wrong}. CloudWatch refuses every event.`,
    'write a name such as /metrics/shop.',
  );
}

function judgePods({ mode, replicas, scrape = [], metrics }: Given<AdotCollectorProps>, problems: Problems): void {
  problems.integer('replicas', replicas, 1);
  problems.unless(
    mode !== 'daemonSet' || replicas === undefined,
    'replicas are given, and mode daemonSet has one Pod on each node.',
    'leave replicas out.',
  );
  if (scrape.length === 0) return;
  problems.unless(
    metrics !== undefined,
    'scrape is given without metrics, so what is scraped goes nowhere.',
    'say in metrics where it goes.',
  );
  problems.unless(
    mode !== 'daemonSet' && (replicas ?? 1) === 1,
    'scrape is given, and there is more than one Pod: each scrapes every target, and every value is there several times.',
    'make a collector of its own for scraping, in mode deployment with one replica.',
  );
}

function judgeJob({ job, targets, interval }: ScrapeJob, problems: Problems): void {
  problems.unless(targets.length > 0, `job ${job} of scrape has no targets.`, 'name one, or leave the job out.');
  for (const target of targets)
    problems.unless(
      TARGET.test(target),
      `job ${job} of scrape has the target "${target}", which is not a host and its port: the collector does not start.`,
      'write it without a scheme and a path, such as carts.shop.svc:8080.',
    );
  problems.unless(
    interval === undefined || PROMETHEUS_DURATION.test(interval),
    `job ${job} of scrape has the interval "${interval}", which is not a duration of Prometheus: the collector does not start.`,
    'write whole numbers with units, such as 30s or 1m30s.',
  );
}
