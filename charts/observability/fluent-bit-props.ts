import type { LogRetentionDays } from '../../src/knowledge/aws/fargate-logging';
import type { Patch } from '../shared/override';
import type { RollingUpdate } from '../workload/rollout-props';
import type { TelemetryIdentity, TelemetryPodProps } from './telemetry-pod';

/** What Fluent Bit can be told, beside its role. */
export interface FluentBitOptions extends TelemetryPodProps {
  /** The log group. `@default` - `/aws/containerinsights/<cluster>/application`, which Container Insights knows */
  readonly logGroup?: string;
  /**
   * Days for which events are kept, where Fluent Bit makes the group: one that is there keeps what it has. `'external'` makes
   * no group, and fails until somebody has. CloudWatch itself keeps everything for ever, and bills it.
   */
  readonly retentionDays: LogRetentionDays | 'external';
  /** What the name of each stream begins with; the path of the container's log follows. `@default` - the name of the node */
  readonly streamPrefix?: string;
  /** Namespaces whose logs are not sent. `@default` - none */
  readonly excludeNamespaces?: readonly string[];
  /** Whether the labels of Pods are sent with each event, which is billed by its size. `@default` false */
  readonly podLabels?: boolean;
  /** Whether a log that is JSON is sent as fields of the event instead of as text. `@default` true */
  readonly mergeJson?: boolean;
  /** Logs whose events take several lines, such as stack traces, are put together before anything else. `@default` - none */
  readonly multiline?: readonly (BuiltInMultiline | MultilineParser)[];
  /** Parsers that `filters` name. `@default` - none */
  readonly parsers?: readonly LogParser[];
  /** What happens to each event, in this order, after it has its Kubernetes fields. `@default` - nothing */
  readonly filters?: readonly LogFilter[];
  /** Most memory that waits for CloudWatch, such as `50MB`; above it the files are read later. `@default` 50MB */
  readonly memoryBuffer?: string;
  /** Whole seconds between two deliveries, 1–300. `@default` 5 */
  readonly flushSeconds?: number;
  /** Whether it runs on nodes with any taint as well, such as new or spot nodes, but never on those of Fargate. `@default` true */
  readonly everyNode?: boolean;
  /** `OnDelete` replaces only Pods that somebody deletes. `@default` - one node at a time (Kubernetes) */
  readonly updateStrategy?: 'OnDelete' | RollingUpdate;
  /** What Fluent Bit says of itself. `@default` info (Fluent Bit) */
  readonly logLevel?: 'error' | 'warn' | 'info' | 'debug';
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: {
    readonly configMap?: Patch;
    readonly daemonSet?: Patch;
    readonly container?: Patch;
    readonly serviceAccount?: Patch;
  };
}

/**
 * Its role, and what it can be told. The role may `logs:CreateLogStream` and `logs:PutLogEvents`, and with `retentionDays` in
 * numbers also `logs:CreateLogGroup` and `logs:PutRetentionPolicy`.
 */
export type FluentBitProps = TelemetryIdentity & FluentBitOptions;

/** Languages whose stack traces Fluent Bit knows. @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/multiline-parsing */
export type BuiltInMultiline = 'go' | 'java' | 'python' | 'ruby';

/** Which lines are the first of an event, and which go on. */
export interface MultilineParser {
  /** Letters, digits, - and _. */
  readonly name: string;
  /** A regular expression of Ruby that the first line of an event matches. */
  readonly firstLine: string;
  /** One that all its other lines match. */
  readonly nextLines: string;
}

/** How a text becomes fields. */
export interface LogParser {
  /** Letters, digits, - and _. */
  readonly name: string;
  /** How the text is written. */
  readonly format: 'json' | 'logfmt' | 'ltsv' | 'regex';
  /** With format `regex`: a regular expression of Ruby, whose named groups, `(?<level>…)`, become fields. */
  readonly regex?: string;
  /** Field that holds the time of the event. `@default` - the time at which the container wrote it */
  readonly timeKey?: string;
  /** How the time is written, as for strptime, such as `%Y-%m-%dT%H:%M:%S.%L`; needed with `timeKey`. */
  readonly timeFormat?: string;
}

/** One thing that happens to each event: one of its properties is given. */
export interface LogFilter {
  /** Field → regular expression of Ruby: an event that matches is not sent. A field is `log`, or `$kubernetes['host']`. */
  readonly drop?: Readonly<Record<string, string>>;
  /** Field → regular expression of Ruby: only events that match all are sent. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Field → text that each event gets. */
  readonly add?: Readonly<Record<string, string>>;
  /** Fields that are not sent. */
  readonly remove?: readonly string[];
  /** A field whose text becomes fields, and the name of one of `parsers`. */
  readonly parse?: FieldParser;
}

/** A field whose text becomes fields. */
export interface FieldParser {
  /** Name of the field, such as `log`. */
  readonly field: string;
  /** Name of one of `parsers`. */
  readonly parser: string;
}
