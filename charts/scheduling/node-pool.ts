import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NODE_CLASSES, NODE_POOL } from '../../src/knowledge/karpenter/kinds';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { judgeNodePool } from '../../src/model/karpenter/judge-node-pool';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judged } from './judged';
import { type NodeClassChoice, nodeClassOf } from './node-class-input';
import type { NodePoolProps, NodeTaint } from './node-pool-props';
import { nodeRequirements } from './node-requirements';

/**
 * Nodes that are made for Pods that find none, by Karpenter or by EKS Auto Mode. Labels of requirements are spelled as the
 * one spells them whose class it names. On a plain cluster nothing is rendered.
 * @throws ToolError with everything that the server or the controller would refuse
 * @finding eks/valid-node-pool
 * @see https://karpenter.sh/v1.14/concepts/nodepools/
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html
 * @example
 * import { Ec2NodeClass, NodePool } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const general = (chart: Chart, nodeClass: Ec2NodeClass) =>
 *   new NodePool(chart, 'general', {
 *     nodeClass,
 *     requirements: {
 *       architecture: ['arm64'],
 *       capacityType: ['spot', 'on-demand'],
 *       instanceCategory: ['c', 'm', 'r'],
 *       instanceGeneration: { gt: 5 },
 *     },
 *     limits: { cpu: 500 },
 *     disruption: { consolidateAfter: '1m', budgets: [{ nodes: '10%' }] },
 *   });
 */
export class NodePool extends Construct {
  /** Absent on a plain cluster. */
  readonly nodePool?: ApiObject;
  /** Name of the NodePool, and the value of the label `karpenter.sh/nodepool` of its nodes. */
  readonly name: string;
  /** What Pods have to tolerate to get a node. */
  readonly taints: readonly NodeTaint[];

  constructor(scope: Construct, id: string, props: NodePoolProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'NodePool', props, NodePool);
    this.name = props.name ?? id;
    this.taints = props.taints ?? [];
    const nodeClass = environment.platform === 'eks' ? nodeClassOf(props.nodeClass, environment, problems) : undefined;
    const spec = nodeClass === undefined ? undefined : specOf(props, nodeClass, problems);
    problems.raise();
    if (spec === undefined) return;
    const { group, version, kind } = NODE_POOL;
    this.nodePool = new ApiObject(this, 'NodePool', {
      apiVersion: `${group}/${version}`,
      kind,
      metadata: { name: this.name },
      spec,
    });
    override(this.nodePool, props.overrides?.nodePool);
  }
}

function specOf(props: NodePoolProps, { maker, name }: NodeClassChoice, problems: Problems): object {
  const { group, kind } = NODE_CLASSES[maker];
  const { labels, annotations, expireAfter, terminationGracePeriod, limits, weight, replicas } = props;
  const metadata = defined({ labels: labels && { ...labels }, annotations: annotations && { ...annotations } });
  const spec = {
    template: {
      ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
      spec: {
        nodeClassRef: { group, kind, name },
        requirements: nodeRequirements(props.requirements ?? {}, maker, problems),
        ...defined({
          taints: props.taints?.map(taintOf),
          startupTaints: props.startupTaints?.map(taintOf),
          expireAfter,
          terminationGracePeriod,
        }),
      },
    },
    ...defined({ disruption: disruptionOf(props), limits: limits && { ...limits }, weight, replicas }),
  };
  judged(judgeNodePool({ spec }), problems);
  return spec;
}

function taintOf({ key, value, effect }: NodeTaint) {
  return { key, ...defined({ value }), effect };
}

/** Up to Karpenter 1.14 its schema wants `consolidateAfter` where anything is said. */
function disruptionOf({ disruption }: NodePoolProps) {
  if (disruption === undefined) return undefined;
  const { consolidationPolicy, consolidateAfter = '0s', budgets } = disruption;
  return {
    ...defined({ consolidationPolicy }),
    consolidateAfter,
    ...defined({ budgets: budgets?.map((budget) => ({ ...budget, nodes: String(budget.nodes) })) }),
  };
}
