import type { LogRetentionDays } from '../../src/knowledge/aws/fargate-logging';

/** Options of a plugin of Fluent Bit, as it spells them. A list writes the key once for each value. */
export type LogOptions = Readonly<Record<string, LogValue | readonly LogValue[]>>;

/** A value of an option; true and false are written as On and Off. */
export type LogValue = string | number | boolean;

/** What all outputs have. */
export interface LogOutput {
  /** Tags whose logs go there, with `*` for any characters; Pods have `kube.var.log.containers.<pod>_<namespace>_…`. `@default` * */
  readonly match?: string;
  /** AWS region of what takes the logs. `@default` - that of the environment */
  readonly region?: string;
  /** Further options, as Fluent Bit spells them. `@default` - none */
  readonly options?: LogOptions;
}

/** Logs go to a log group of CloudWatch. @see https://docs.fluentbit.io/manual/data-pipeline/outputs/cloudwatch */
export interface CloudWatchLogOutput extends LogOutput {
  /** The log group of CloudWatch that takes them. */
  readonly cloudWatch: {
    /** Name of the log group. */
    readonly logGroup: string;
    /** What the names of log streams begin with; the tag follows. `@default` fargate- */
    readonly streamPrefix?: string;
    /** Whether the log group is made if it is missing, which the pod execution role has to allow. `@default` false (Fluent Bit) */
    readonly create?: boolean;
    /** Days that a group made here keeps logs. `@default` - for ever (CloudWatch) */
    readonly retentionDays?: LogRetentionDays;
    /** Key of the record that is sent alone, such as `log`. `@default` - the whole record */
    readonly logKey?: string;
  };
}

/** Logs go to a stream of Amazon Data Firehose. @see https://docs.fluentbit.io/manual/data-pipeline/outputs/firehose */
export interface FirehoseLogOutput extends LogOutput {
  /** The delivery stream that takes them. */
  readonly firehose: {
    /** Name of the delivery stream. */
    readonly deliveryStream: string;
  };
}

/** Logs go to a stream of Kinesis Data Streams. @see https://docs.fluentbit.io/manual/data-pipeline/outputs/kinesis */
export interface KinesisLogOutput extends LogOutput {
  /** The data stream that takes them. */
  readonly kinesis: {
    /** Name of the stream. */
    readonly stream: string;
  };
}

/** Logs go to a domain of Amazon OpenSearch Service. @see https://docs.fluentbit.io/manual/data-pipeline/outputs/elasticsearch */
export interface OpenSearchLogOutput extends LogOutput {
  /** The OpenSearch domain that takes them. */
  readonly openSearch: {
    /** Host name of the domain, without a scheme. */
    readonly host: string;
    /** Index that the logs are written to. */
    readonly index: string;
  };
}

/** Where logs go. */
export type FargateLogOutput = CloudWatchLogOutput | FirehoseLogOutput | KinesisLogOutput | OpenSearchLogOutput;

/** A filter that logs pass, in the order of the list. */
export interface FargateLogFilter {
  /** Plugin of Fluent Bit. */
  readonly plugin:
    | 'grep'
    | 'parser'
    | 'record_modifier'
    | 'rewrite_tag'
    | 'throttle'
    | 'nest'
    | 'modify'
    | 'kubernetes';
  /** Tags that pass it, with `*` for any characters. `@default` - `kube.*` for `kubernetes`, else * */
  readonly match?: string;
  /** Options of the plugin. `@default` - for `kubernetes`, `Merge_Log On`, `Buffer_Size 0` and `Kube_Meta_Cache_TTL 30m`; else none */
  readonly options?: LogOptions;
}

/** How text becomes fields; a filter `parser` names it. */
export interface FargateLogParser {
  /** Name of the parser. */
  readonly name: string;
  /** How the text is read. */
  readonly format: 'json' | 'regex' | 'ltsv' | 'logfmt';
  /** Options of the parser, such as `Regex`, `Time_Key` and `Time_Format`. `@default` - none */
  readonly options?: LogOptions;
}
