/** What the door passes on of this folder. */
export type { LogRetentionDays } from '../../src/knowledge/aws/fargate-logging';
export type { FargateSize } from '../../src/knowledge/aws/fargate-sizes';
export {
  type FargateAmount,
  type FargateContainer,
  type FargatePod,
  type FargateSizing,
  fargateSize,
} from '../../src/model/fargate-size';
export type {
  CloudWatchLogOutput,
  FargateLogFilter,
  FargateLogOutput,
  FargateLogParser,
  FirehoseLogOutput,
  KinesisLogOutput,
  LogOptions,
  LogOutput,
  LogValue,
  OpenSearchLogOutput,
} from './fargate-log-props';
export { FargateLogging, type FargateLoggingProps } from './fargate-logging';
export { FargateNamespace, type FargateNamespaceProps } from './fargate-namespace';
