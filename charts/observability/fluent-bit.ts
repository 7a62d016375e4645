import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { AwsIdentity } from '../identity/aws-identity';
import { problemsWith } from '../shared/properties';
import { allGiven, type Given } from '../shared/without';
import { ConfigFiles } from '../workload/config-files';
import type { HostAccess } from '../workload/host-access';
import { NodeAgent } from '../workload/node-agent';
import type { PodProps } from '../workload/pod-props';
import { judgeOwnAccount } from '../workload/service-account';
import { fluentBitFiles, STATE } from './fluent-bit-config';
import type { FluentBitProps } from './fluent-bit-props';
import { judgeFluentBit } from './judge-fluent-bit';

const CONFIG = '/fluent-bit/etc';

const HOST: HostAccess = {
  reason: 'reads the logs of all containers of its node, and remembers there how far it has read',
  paths: [{ path: '/var/log' }, { path: STATE, type: 'DirectoryOrCreate', readOnly: false }],
};

/**
 * Fluent Bit on every node sends the logs of all containers to CloudWatch Logs: DaemonSet, its configuration, ServiceAccount
 * with its role, and the right to read Pods and Namespaces in the whole cluster, which only the platform's owner may render.
 * Its namespace has to allow Pod Security level `privileged`. Fargate has a router of its own. On a plain cluster nothing is
 * made. Where the CloudWatch Observability add-on runs, switch its `containerLogs` off: each event would be sent, and
 * billed, twice.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-setup-logs-FluentBit.html
 * @example
 * import { FluentBit } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const logs = (chart: Chart) =>
 *   new FluentBit(chart, 'fluent-bit', {
 *     image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0',
 *     iamRole: 'fluent-bit',
 *     retentionDays: 30,
 *     multiline: ['java'],
 *     filters: [{ drop: { log: '^GET /healthz' } }],
 *   });
 */
export class FluentBit extends Construct {
  /** The DaemonSet and what belongs to it; absent on a plain cluster. */
  readonly agent?: NodeAgent;
  /** Its configuration; absent on a plain cluster. */
  readonly config?: ConfigFiles;
  /** The ServiceAccount with the role; absent on a plain cluster, and where an existing one was given. */
  readonly identity?: AwsIdentity;

  constructor(scope: Construct, id: string, props: FluentBitProps) {
    super(scope, id);
    const problems = problemsWith(this, 'FluentBit', props, FluentBit);
    const given = allGiven(props);
    const environment = environmentOf(this);
    judgeFluentBit(given, problems);
    judgeOwnAccount(given, problems);
    problems.raise();
    if (environment.platform !== 'eks') return;
    const name = given.name ?? id;
    const { overrides = {}, iamRole } = given;
    this.config = new ConfigFiles(this, 'Config', {
      name: `${name}-config`,
      data: fluentBitFiles(given, environment),
      ...defined({ labels: given.labels, overrides: overrides.configMap && { configMap: overrides.configMap } }),
    });
    if (iamRole !== undefined)
      this.identity = new AwsIdentity(this, 'Identity', {
        name,
        iamRole,
        ...defined({ overrides: overrides.serviceAccount && { serviceAccount: overrides.serviceAccount } }),
      });
    this.agent = agentOf(this, name, given, this.config, this.identity ?? given.serviceAccount);
  }
}

function agentOf(
  scope: FluentBit,
  name: string,
  props: Given<FluentBitProps>,
  config: ConfigFiles,
  serviceAccount: PodProps['serviceAccount'],
): NodeAgent {
  const { image, labels, resources, env, everyNode = true, nodeSelector, tolerations, priorityClassName } = props;
  const { daemonSet, container, serviceAccount: account } = props.overrides ?? {};
  // That of an AwsIdentity has it already.
  const patches = defined({ daemonSet, container, serviceAccount: props.iamRole === undefined ? account : undefined });
  const agent = new NodeAgent(scope, 'Agent', {
    name,
    image,
    everyNode,
    host: HOST,
    ports: [{ name: 'http', containerPort: 2020 }],
    readiness: { http: '/api/v1/health', port: 'http' },
    liveness: { http: '/', port: 'http' },
    env: { HOST_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } }, ...env },
    mounts: [{ path: CONFIG, configMap: config, readOnly: true }],
    ...defined({
      labels,
      resources,
      nodeSelector,
      tolerations,
      priorityClassName,
      serviceAccount,
      updateStrategy: props.updateStrategy,
      overrides: Object.keys(patches).length > 0 ? patches : undefined,
    }),
  });
  return agent.mayRead({ pods: 'all', namespaces: 'all' }, { clusterWide: true });
}
