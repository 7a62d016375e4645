import { Yaml } from 'cdk8s';
import { defined } from '../../src/model/defined';
import type { EksEnvironment } from '../../src/model/environment';
import type { Given } from '../shared/without';
import type { AdotCollectorProps, ScrapeJob } from './adot-collector-props';

/** The ports of OTLP, and of the answer to probes. */
export const OTLP_PORTS = [
  { name: 'grpc', containerPort: 4317 },
  { name: 'http', containerPort: 4318 },
] as const;
export const HEALTH_PORT = { name: 'health', containerPort: 13133 } as const;

/**
 * What the collector is told. Memory is watched first, so that it refuses data before it is killed.
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function collectorConfig(props: Given<AdotCollectorProps>, environment: EksEnvironment): string {
  const { traces, metrics, scrape = [], batchSeconds } = props;
  const processors = ['memory_limiter', 'batch'];
  const sentTo = [
    ...(metrics?.amp === undefined ? [] : ['prometheusremotewrite']),
    ...(metrics?.cloudWatch === undefined ? [] : ['awsemf']),
  ];
  const receivers = ['otlp', ...(scrape.length === 0 ? [] : ['prometheus'])];
  return Yaml.stringify({
    extensions: {
      health_check: { endpoint: `0.0.0.0:${HEALTH_PORT.containerPort}` },
      ...(metrics?.amp === undefined ? {} : { sigv4auth: { region: environment.region, service: 'aps' } }),
    },
    receivers: {
      otlp: {
        protocols: Object.fromEntries(
          OTLP_PORTS.map(({ name, containerPort }) => [name, { endpoint: `0.0.0.0:${containerPort}` }]),
        ),
      },
      ...(scrape.length === 0 ? {} : { prometheus: { config: { scrape_configs: scrape.map(scrapeConfig) } } }),
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
      batch: batchSeconds === undefined ? {} : { timeout: `${batchSeconds}s` },
    },
    exporters: exportersOf(props, environment),
    service: {
      extensions: ['health_check', ...(metrics?.amp === undefined ? [] : ['sigv4auth'])],
      pipelines: {
        ...(traces === undefined ? {} : { traces: { receivers: ['otlp'], processors, exporters: ['awsxray'] } }),
        ...(metrics === undefined ? {} : { metrics: { receivers, processors, exporters: sentTo } }),
      },
    },
  });
}

function exportersOf({ traces, metrics }: Given<AdotCollectorProps>, { region, partition }: EksEnvironment): object {
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const { amp, cloudWatch } = metrics ?? {};
  return {
    ...(traces === undefined ? {} : { awsxray: { region } }),
    ...(amp === undefined
      ? {}
      : {
          prometheusremotewrite: {
            endpoint: `https://aps-workspaces.${region}.${suffix}/workspaces/${amp}/api/v1/remote_write`,
            auth: { authenticator: 'sigv4auth' },
          },
        }),
    ...(cloudWatch === undefined
      ? {}
      : { awsemf: { region, namespace: cloudWatch.namespace, ...defined({ log_group_name: cloudWatch.logGroup }) } }),
  };
}

function scrapeConfig({ job, targets, path, interval }: ScrapeJob): object {
  return {
    job_name: job,
    ...defined({ metrics_path: path, scrape_interval: interval }),
    static_configs: [{ targets: [...targets] }],
  };
}
