import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { AwsIdentity } from '../identity/aws-identity';
import { onlyMade } from '../shared/made';
import { problemsWith } from '../shared/properties';
import { allGiven, type Given } from '../shared/without';
import { ConfigFiles } from '../workload/config-files';
import { NodeAgent } from '../workload/node-agent';
import type { PodProps } from '../workload/pod-props';
import { judgeOwnAccount } from '../workload/service-account';
import { StatefulService } from '../workload/stateful-service';
import { WebService } from '../workload/web-service';
import type { AdotCollectorProps } from './adot-collector-props';
import { collectorConfig, HEALTH_PORT, OTLP_PORTS } from './adot-config';
import { judgeAdot } from './judge-adot';

const CONFIG = '/etc/adot';
const FILE = 'collector.yaml';
const PORTS = [...OTLP_PORTS, HEALTH_PORT];
const SERVED = PORTS.map((port) =>
  port.name === 'health' ? { ...port, servicePort: false as const } : { ...port, servicePort: port.containerPort },
);

/**
 * A collector of the AWS Distro for OpenTelemetry: programs send it traces and metrics by OTLP (4317 by gRPC, 4318 by HTTP),
 * it asks others for metrics, and X-Ray, Amazon Managed Service for Prometheus and CloudWatch get them. It is a plain
 * workload, so it needs neither the ADOT add-on nor cert-manager, and runs on Fargate. On a plain cluster nothing is made.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://aws-otel.github.io/docs/getting-started/collector
 * @example
 * import { AdotCollector } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const telemetry = (chart: Chart) =>
 *   new AdotCollector(chart, 'collector', {
 *     image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1',
 *     iamRole: 'collector',
 *     traces: 'xray',
 *     metrics: { amp: 'ws-01234567-89ab-cdef-0123-456789abcdef' },
 *   });
 */
export class AdotCollector extends Construct {
  /** The Deployment, StatefulSet or DaemonSet, and what belongs to it; absent on a plain cluster. */
  readonly workload?: WebService | StatefulService | NodeAgent;
  /** Its configuration; absent on a plain cluster. */
  readonly config?: ConfigFiles;
  /** The ServiceAccount with the role; absent on a plain cluster, and where an existing one was given. */
  readonly identity?: AwsIdentity;

  constructor(scope: Construct, id: string, props: AdotCollectorProps) {
    super(scope, id);
    const problems = problemsWith(this, 'AdotCollector', props, AdotCollector);
    const given = allGiven(props);
    const environment = environmentOf(this);
    judgeAdot(given, problems);
    judgeOwnAccount(given, problems);
    onlyMade(given.overrides, { service: given.mode !== 'daemonSet' || "mode is 'daemonSet'" }, problems);
    problems.raise();
    if (environment.platform !== 'eks') return;
    const name = given.name ?? id;
    const { overrides = {}, iamRole, labels } = given;
    this.config = new ConfigFiles(this, 'Config', {
      name: `${name}-config`,
      data: { [FILE]: collectorConfig(given, environment) },
      ...defined({ labels, overrides: overrides.configMap && { configMap: overrides.configMap } }),
    });
    if (iamRole !== undefined)
      this.identity = new AwsIdentity(this, 'Identity', {
        name,
        iamRole,
        ...defined({ overrides: overrides.serviceAccount && { serviceAccount: overrides.serviceAccount } }),
      });
    const serviceAccount = this.identity ?? given.serviceAccount;
    this.workload = workloadOf(this, given, podOf(name, given, this.config, serviceAccount));
  }
}

function podOf(
  name: string,
  props: Given<AdotCollectorProps>,
  config: ConfigFiles,
  serviceAccount: PodProps['serviceAccount'],
): PodProps {
  const { image, labels, resources, env, nodeSelector, tolerations, priorityClassName } = props;
  return {
    name,
    image,
    args: [`--config=${CONFIG}/${FILE}`],
    readiness: { http: '/', port: HEALTH_PORT.name },
    liveness: { http: '/', port: HEALTH_PORT.name },
    mounts: [{ path: CONFIG, configMap: config, readOnly: true }],
    ...defined({ labels, resources, env, nodeSelector, tolerations, priorityClassName, serviceAccount }),
  };
}

function workloadOf(scope: Construct, props: Given<AdotCollectorProps>, pod: PodProps) {
  const { workload, container, service, serviceAccount: account } = props.overrides ?? {};
  // That of an AwsIdentity has it already.
  const serviceAccount = props.iamRole === undefined ? account : undefined;
  if (props.mode === 'daemonSet')
    return new NodeAgent(scope, 'Workload', {
      ...pod,
      ports: PORTS,
      host: {
        reason: 'takes traces and metrics of the Pods of its node at the node’s address',
        ports: Object.fromEntries(OTLP_PORTS.map((port) => [port.name, port.containerPort])),
      },
      overrides: defined({ daemonSet: workload, container, serviceAccount }),
    });
  const { replicas = 1 } = props;
  if (props.mode === 'statefulSet')
    return new StatefulService(scope, 'Workload', {
      ...pod,
      replicas,
      ports: SERVED,
      headless: false,
      overrides: defined({ statefulSet: workload, container, service, serviceAccount }),
    });
  return new WebService(scope, 'Workload', {
    ...pod,
    replicas,
    ports: SERVED,
    overrides: defined({ deployment: workload, container, service, serviceAccount }),
  });
}
