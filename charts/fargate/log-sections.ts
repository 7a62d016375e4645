import type { FluentSection } from '../../src/grammar/fluent-bit';
import type { FargateLogFilter, FargateLogOutput, FargateLogParser, LogOptions, LogValue } from './fargate-log-props';

type Entries = readonly (readonly [string, string])[];

/** Tells Fluent Bit what Pods a log is of, by the API server's answers kept for half an hour, as EKS advises. */
const KUBERNETES: LogOptions = { Merge_Log: true, Buffer_Size: 0, Kube_Meta_Cache_TTL: '30m' };

/** @param region of the environment */
export function outputSection(output: FargateLogOutput, region: string): FluentSection {
  const { match = '*' } = output;
  const [plugin, options] = pluginOf(output, output.region ?? region);
  return {
    name: 'OUTPUT',
    entries: entriesOf({ Name: plugin, Match: match, ...options, ...output.options }),
  };
}

function pluginOf(output: FargateLogOutput, region: string): readonly [string, LogOptions] {
  if ('cloudWatch' in output) {
    const { logGroup, streamPrefix = 'fargate-', create, retentionDays, logKey } = output.cloudWatch;
    return [
      'cloudwatch_logs',
      {
        region,
        log_group_name: logGroup,
        log_stream_prefix: streamPrefix,
        ...(create === undefined ? {} : { auto_create_group: create }),
        ...(retentionDays === undefined ? {} : { log_retention_days: retentionDays }),
        ...(logKey === undefined ? {} : { log_key: logKey }),
      },
    ];
  }
  if ('firehose' in output) return ['kinesis_firehose', { region, delivery_stream: output.firehose.deliveryStream }];
  if ('kinesis' in output) return ['kinesis', { region, stream: output.kinesis.stream }];
  const { host, index } = output.openSearch;
  return ['es', { Host: host, Port: 443, Index: index, AWS_Auth: true, AWS_Region: region, tls: true }];
}

export function filterSection({ plugin, match, options }: FargateLogFilter): FluentSection {
  const isKubernetes = plugin === 'kubernetes';
  const own = options ?? (isKubernetes ? KUBERNETES : {});
  return {
    name: 'FILTER',
    entries: entriesOf({ Name: plugin, Match: match ?? (isKubernetes ? 'kube.*' : '*'), ...own }),
  };
}

export function parserSection({ name, format, options }: FargateLogParser): FluentSection {
  return { name: 'PARSER', entries: entriesOf({ Name: name, Format: format, ...options }) };
}

function entriesOf(options: LogOptions): Entries {
  return Object.entries(options).flatMap(([key, value]) => {
    const values: readonly LogValue[] = Array.isArray(value) ? value : [value as LogValue];
    return values.map((one) => [key, textOf(one)] as const);
  });
}

function textOf(value: LogValue): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? 'On' : 'Off';
}
