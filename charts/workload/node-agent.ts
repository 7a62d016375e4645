import type { Construct } from 'constructs';
import { type DaemonSetUpdateStrategy, KubeDaemonSet, type KubeServiceAccount } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { intOrString } from '../shared/kube-values';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { PortProps } from './container-props';
import { historyLimit, judgeShare } from './deployment';
import { type HostAccess, judgeHost, withHost } from './host-access';
import { judgeAutoModeHost } from './judge-auto-mode-host';
import { namingOf, objectMetadata } from './labels';
import { offFargate } from './off-fargate';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import type { RollingUpdate } from './rollout-props';
import { runsOnFargate } from './runs-on-fargate';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import { Workload } from './workload';

/** What an agent on every node can be told. */
export interface NodeAgentProps extends PodProps {
  /** Ports of the container; no Service leads to them. `@default` - none */
  readonly ports?: readonly Omit<PortProps, 'servicePort' | 'nodePort'>[];
  /** What of its node it may reach, and why. `@default` - nothing */
  readonly host?: HostAccess;
  /**
   * Whether it runs on nodes with any taint as well, such as new or spot nodes. Never on those of Fargate: where the
   * environment has Fargate profiles, node affinity leaves them out. `@default` false
   */
  readonly everyNode?: boolean;
  /** `OnDelete` replaces only Pods that somebody deletes. `@default` - one node at a time (Kubernetes) */
  readonly updateStrategy?: 'OnDelete' | RollingUpdate;
  /** Seconds a new Pod has to be ready before it counts, from 0. `@default` 0 (Kubernetes) */
  readonly minReadySeconds?: number;
  /** Old revisions that are kept for `kubectl rollout undo`, from 0; `'none'` writes nothing, which keeps 10. `@default` 3 */
  readonly revisionHistoryLimit?: number | 'none';
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'daemonSet' | 'container' | 'serviceAccount', Patch>>>;
}

/**
 * One Pod on each node: DaemonSet and ServiceAccount. Refused where Fargate would take its Pods, which has no nodes to
 * share, and where all nodes are of EKS Auto Mode and `host` would write to what is read-only there, such as `/usr`.
 * With `host` its profile is `baseline` for the same reason, and its namespace has to allow Pod Security level `privileged`:
 * `podSecurity: 'privileged'` of an AppNamespace.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { NodeAgent } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const agent = (chart: Chart) =>
 *   new NodeAgent(chart, 'agent', {
 *     image: 'example.com/agent:1.4',
 *     everyNode: true,
 *     host: { reason: 'reads the logs of all Pods', paths: [{ path: '/var/log' }] },
 *   });
 */
export class NodeAgent extends Workload {
  readonly daemonSet: KubeDaemonSet;
  readonly serviceAccount?: KubeServiceAccount;

  constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(scope, id, withProfile(props));
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'NodeAgent', props, NodeAgent);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    const { host, ports = [], everyNode = false } = props;
    if (host !== undefined) judgeHost(host, ports, problems);
    problems.unless(
      host === undefined || props.profile !== 'restricted',
      'host is given, and profile restricted refuses what reaches its node.',
      'leave profile out: host says why.',
    );
    judgeUpdates(props, problems);
    problems.unless(
      !runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      `a Fargate profile of environment ${environment.name} takes the Pods of namespace ${this.namespace}: a DaemonSet has no nodes there, and none of its Pods would run.`,
      'put it into a namespace that no profile selects.',
    );
    const tolerations = everyNode ? [{ operator: 'Exists' }, ...(props.tolerations ?? [])] : props.tolerations;
    const made = podTemplate({
      naming,
      props: { ...withProfile(props), ...defined({ tolerations }) },
      ports,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: false,
    });
    if (host !== undefined) judgeAutoModeHost(host, made.spec, environment, problems);
    problems.raise();

    const template = offFargate(made, environment);
    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    this.daemonSet = new KubeDaemonSet(this, 'DaemonSet', {
      metadata: objectMetadata(naming),
      spec: {
        ...defined({
          revisionHistoryLimit: historyLimit(props.revisionHistoryLimit),
          minReadySeconds: props.minReadySeconds,
          updateStrategy: props.updateStrategy && strategyOf(props.updateStrategy),
        }),
        selector: { matchLabels: { ...naming.selector } },
        template: host === undefined ? template : withHost(template, host),
      },
    });
    patchContainers(this.daemonSet, patches, template);
    override(this.daemonSet, patches.daemonSet);
  }
}

/** What reaches its node cannot pass `restricted`. */
function withProfile(props: NodeAgentProps): NodeAgentProps {
  if (props.host === undefined || props.profile !== undefined) return props;
  return { ...props, profile: { level: 'baseline', reason: props.host.reason } };
}

function strategyOf(strategy: 'OnDelete' | RollingUpdate): DaemonSetUpdateStrategy {
  if (strategy === 'OnDelete') return { type: 'OnDelete' };
  const { maxSurge, maxUnavailable } = strategy;
  return {
    type: 'RollingUpdate',
    rollingUpdate: defined({
      maxSurge: maxSurge === undefined ? undefined : intOrString(maxSurge),
      maxUnavailable: maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
    }),
  };
}

function judgeUpdates(props: NodeAgentProps, problems: Problems): void {
  const { minReadySeconds, revisionHistoryLimit, updateStrategy } = props;
  problems.integer('minReadySeconds', minReadySeconds, 0);
  if (revisionHistoryLimit !== 'none') problems.integer('revisionHistoryLimit', revisionHistoryLimit, 0);
  if (typeof updateStrategy !== 'object') return;
  judgeShare('updateStrategy.maxSurge', updateStrategy.maxSurge, problems);
  judgeShare('updateStrategy.maxUnavailable', updateStrategy.maxUnavailable, problems);
}
