import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { BUILT_IN_CLASS, NODE_CLASSES } from '../../src/knowledge/karpenter/kinds';
import { defined } from '../../src/model/defined';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { judgeNodeClass } from '../../src/model/karpenter/judge-node-class';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judged } from './judged';
import { requireMaker } from './node-class-input';
import { type SecurityGroupTerm, type SubnetTerm, subnetTerms } from './selector-terms';

const { group, version, kind } = NODE_CLASSES.autoMode;

export interface AutoModeNodeClassProps {
  /** Name of the NodeClass; `default` is AWS's own. `@default` the construct's id */
  readonly name?: string;
  /**
   * Name of the nodes' IAM role, at most 64 characters. It needs an access entry of type EC2 with AmazonEKSAutoNodePolicy, or
   * its nodes never join. Cannot be changed later.
   */
  readonly role: string;
  /** Subnets of the nodes; the terms are alternatives. `@default` - the environment's private subnets */
  readonly subnets?: readonly SubnetTerm[];
  /** Security groups of the nodes; all that any term finds. */
  readonly securityGroups: readonly SecurityGroupTerm[];
  /** The disk of each node, which is gp3. `@default` - 80Gi, 3000 iops, 125 MiB/s (EKS) */
  readonly ephemeralStorage?: {
    /** Such as 160Gi. Below the size of the local disks, those are used instead. */
    readonly size?: `${number}Gi` | `${number}G` | `${number}Ti` | `${number}T`;
    /** Operations per second, 3000–16000. */
    readonly iops?: number;
    /** MiB/s, 125–1000, at most a quarter of `iops`. */
    readonly throughput?: number;
  };
  /** What Pods may do that no NetworkPolicy selects. `@default` DefaultAllow (EKS) */
  readonly networkPolicy?: 'DefaultAllow' | 'DefaultDeny';
  /** Whether each decision of a NetworkPolicy is logged on the node. `@default` Disabled (EKS) */
  readonly networkPolicyEventLogs?: 'Enabled' | 'Disabled';
  /** Whether Pods leave the VPC by the node's address. `@default` Random (EKS) */
  readonly snatPolicy?: 'Random' | 'Disabled';
  /** AWS tags of nodes and disks. `@default` - none beside EKS's own */
  readonly tags?: Readonly<Record<string, string>>;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly nodeClass?: Patch };
}

/**
 * What nodes that EKS Auto Mode starts have in common, where its own class `default` does not do. On a plain cluster
 * nothing is rendered; Karpenter has `Ec2NodeClass`.
 * @throws ToolError with everything that the server or the controller would refuse
 * @finding eks/valid-node-class
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 * @example
 * import { AutoModeNodeClass, NodePool } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const closed = (chart: Chart) =>
 *   new NodePool(chart, 'closed', {
 *     nodeClass: new AutoModeNodeClass(chart, 'closed-class', {
 *       role: 'auto-mode-nodes',
 *       securityGroups: [{ name: 'nodes' }],
 *       networkPolicy: 'DefaultDeny',
 *     }),
 *     requirements: { architecture: ['arm64'], capacityType: ['on-demand'] },
 *   });
 */
export class AutoModeNodeClass extends Construct {
  /** Absent on a plain cluster. */
  readonly nodeClass?: ApiObject;
  /** For NodePools. */
  readonly name: string;
  /** For NodePools. */
  readonly kind = kind;

  constructor(scope: Construct, id: string, props: AutoModeNodeClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'AutoModeNodeClass', props, AutoModeNodeClass);
    this.name = props.name ?? id;
    problems.unless(
      this.name !== BUILT_IN_CLASS,
      `a NodeClass cannot be called "${BUILT_IN_CLASS}": that is the one of EKS itself, which undoes every change.`,
      'give it another name.',
    );
    if (environment.platform !== 'eks') {
      problems.raise();
      return;
    }
    requireMaker('autoMode', 'AutoModeNodeClass', environment, problems);
    const spec = specOf(props, environment, problems);
    judged(judgeNodeClass({ spec }, 'autoMode'), problems);
    problems.raise();
    this.nodeClass = new ApiObject(this, 'NodeClass', {
      apiVersion: `${group}/${version}`,
      kind,
      metadata: { name: this.name },
      spec,
    });
    override(this.nodeClass, props.overrides?.nodeClass);
  }
}

function specOf(props: AutoModeNodeClassProps, environment: EksEnvironment, problems: Problems): object {
  return defined({
    role: props.role,
    subnetSelectorTerms: subnetTerms(props.subnets, environment, problems),
    securityGroupSelectorTerms: props.securityGroups.map((term) => ({ ...term })),
    ephemeralStorage: props.ephemeralStorage,
    networkPolicy: props.networkPolicy,
    networkPolicyEventLogs: props.networkPolicyEventLogs,
    snatPolicy: props.snatPolicy,
    tags: props.tags,
  });
}
