import { Construct } from 'constructs';
import { KubeConfigMap, type KubeNamespace } from '../../imports/k8s';
import { type FluentSection, fluentText } from '../../src/grammar/fluent-bit';
import { FARGATE_LOGGING } from '../../src/knowledge/aws/fargate-logging';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { judgeFargateLogging } from '../../src/model/fargate-logging';
import { judged } from '../scheduling/judged';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { AppNamespace } from '../tenancy/app-namespace';
import type { FargateLogFilter, FargateLogOutput, FargateLogParser } from './fargate-log-props';
import { filterSection, outputSection, parserSection } from './log-sections';

export interface FargateLoggingProps {
  /** Where logs go: CloudWatch, Firehose, Kinesis or OpenSearch. Each gets what its `match` says; the pod execution role has to allow it. */
  readonly outputs: readonly FargateLogOutput[];
  /** What logs pass before, in this order. `@default` - none */
  readonly filters?: readonly FargateLogFilter[];
  /** How filters read text. `@default` - none */
  readonly parsers?: readonly FargateLogParser[];
  /** Whether the log router's own logs go to CloudWatch, which is paid for. `@default` false (EKS) */
  readonly routerLogs?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly namespace?: Patch; readonly configMap?: Patch };
}

/**
 * Logs of all Pods on Fargate: the namespace `aws-observability` and the ConfigMap `aws-logging`, which EKS reads. There is
 * one for a cluster, and a change holds for Pods that start later. Where an environment has no Fargate profile, nothing is
 * rendered; an app that has nothing else there says so by its `skip`. The app's owner may render Namespaces (`clusterKinds`) and holds `aws-observability`.
 * @throws ToolError with everything that EKS would refuse, after which nothing is logged
 * @finding eks/valid-fargate-logging
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html
 * @example
 * import { FargateLogging } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const logging = (chart: Chart) =>
 *   new FargateLogging(chart, 'logging', {
 *     outputs: [{ cloudWatch: { logGroup: '/eks/fargate', retentionDays: 30, create: true } }],
 *     filters: [{ plugin: 'kubernetes' }],
 *   });
 */
export class FargateLogging extends Construct {
  /** Absent where the environment has no Fargate profile, as is the next. */
  readonly namespace?: KubeNamespace;
  /** The configuration of the log router. */
  readonly configMap?: KubeConfigMap;

  constructor(scope: Construct, id: string, props: FargateLoggingProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'FargateLogging', props, FargateLogging);
    const isOnFargate = environment.platform === 'eks' && environment.compute.fargateProfiles.length > 0;
    const data = isOnFargate ? configuration(props, environment, problems) : {};
    problems.raise();
    if (!isOnFargate) return;
    const { namespace, configMap, label } = FARGATE_LOGGING;
    const { overrides = {} } = props;
    this.namespace = new AppNamespace(this, 'Default', {
      name: namespace,
      labels: { [label.key]: label.value },
      ...(overrides.namespace === undefined ? {} : { overrides: { namespace: overrides.namespace } }),
    }).namespace;
    this.configMap = new KubeConfigMap(this, 'ConfigMap', { metadata: { name: configMap, namespace }, data });
    override(this.configMap, overrides.configMap);
  }
}

function configuration(props: FargateLoggingProps, { region }: EksEnvironment, problems: Problems) {
  const { outputs, filters = [], parsers = [], routerLogs } = props;
  const sections = {
    'output.conf': outputs.map((output) => outputSection(output, region)),
    'filters.conf': filters.map(filterSection),
    'parsers.conf': parsers.map(parserSection),
  };
  const unwritable = Object.values(sections)
    .flat()
    .flatMap(({ name, entries }) => entries.filter((entry) => !isOneLine(entry)).map((entry) => ({ name, entry })));
  for (const { name, entry } of unwritable)
    problems.add(
      `${entry[0]} of a section [${name}] is ${JSON.stringify(entry[1])}: a key is one word, and its value one line; EKS turns logging off.`,
      'write both on one line, without blanks around them.',
    );
  const written = Object.entries<readonly FluentSection[]>(sections).filter(([, list]) => list.length > 0);
  const data: Record<string, string> = {
    ...Object.fromEntries(written.map(([file, list]) => [file, fluentText(list)])),
    ...(routerLogs === undefined ? {} : { [FARGATE_LOGGING.ownLogs]: String(routerLogs) }),
  };
  // What cannot be written would be read back as something else.
  if (unwritable.length === 0) judged(judgeFargateLogging(data), problems);
  return data;
}

function isOneLine([key, value]: readonly [string, string]): boolean {
  return /^\S+$/.test(key) && /^\S(.*\S)?$/.test(value);
}
