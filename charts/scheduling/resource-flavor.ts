import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { RESOURCE_FLAVOR } from '../../src/knowledge/kubernetes/kueue';
import { defined } from '../../src/model/defined';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { judgeFlavor } from './judge-resource-flavor';
import type { ResourceFlavorProps } from './resource-flavor-props';

/**
 * A kind of nodes that queues have a share of, such as spot nodes or those with one kind of GPU.
 * @throws ToolError with everything that the server or Kueue's webhook would refuse
 * @see https://kueue.sigs.k8s.io/docs/concepts/resource_flavor/
 * @example
 * import { ResourceFlavor } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const gpus = (chart: Chart) =>
 *   new ResourceFlavor(chart, 'gpus', {
 *     nodeLabels: { 'karpenter.sh/nodepool': 'gpus' },
 *     tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
 *   });
 */
export class ResourceFlavor extends Construct {
  /** What is made. */
  readonly resourceFlavor: ApiObject;
  /** For `flavor` of a ClusterQueue. */
  readonly name: string;
  /** Its kind, which tells it from others of its name. */
  readonly kind = 'ResourceFlavor' as const;

  constructor(scope: Construct, id: string, props: ResourceFlavorProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'ResourceFlavor', props, ResourceFlavor);
    this.name = props.name ?? id;
    const { nodeLabels, nodeTaints, tolerations, topologyName } = props;
    judgeFlavor(props, problems);
    problems.raise();
    const spec = defined({
      nodeLabels: nodeLabels && { ...nodeLabels },
      nodeTaints: nodeTaints?.map(({ key, value, effect }) => ({ key, ...defined({ value }), effect })),
      tolerations: tolerations && [...tolerations],
      topologyName,
    });
    this.resourceFlavor = customObject(this, 'ResourceFlavor', RESOURCE_FLAVOR, { ...props, name: this.name }, spec);
    override(this.resourceFlavor, props.overrides?.resourceFlavor);
  }
}
