import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, ReadChartProps } from './add-on-props';
import { judgeKarpenter } from './judge-karpenter';

export interface KarpenterAddOnProps extends AddOnProps, ReadChartProps {
  /** Name of the SQS queue that tells of Spot interruptions and of maintenance. `@default` - none: nodes go without warning */
  readonly interruptionQueue?: string;
  /** Pods of the controller, of which one works. `@default` 2 (chart) */
  readonly replicas?: number;
  /** CPU that each of its Pods asks for. `@default` 1 */
  readonly cpu?: string;
  /** Memory that each of its Pods asks for and may use. `@default` 1Gi */
  readonly memory?: string;
  /** `Default`: that of the node, for clusters whose CoreDNS runs on nodes that Karpenter makes. `@default` ClusterFirst (chart) */
  readonly dnsPolicy?: 'ClusterFirst' | 'Default';
  /** Whether it replaces nodes that are not healthy, which the node monitoring agent tells. `@default` false (chart) */
  readonly nodeRepair?: boolean;
  /** Whether it replaces Spot instances by cheaper ones. `@default` false (chart) */
  readonly spotToSpotConsolidation?: boolean;
}

/**
 * Karpenter, as an Application of Argo CD with its chart, and that of its definitions before it. It needs nodes that it did not
 * make. Without `gitops`, and on a plain cluster, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://karpenter.sh/v1.14/reference/settings/
 * @example
 * import { KarpenterAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const nodes = (chart: Chart) =>
 *   new KarpenterAddOn(chart, 'karpenter', { iamRole: 'karpenter', interruptionQueue: 'shop-interruptions' });
 */
export class KarpenterAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: KarpenterAddOnProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'KarpenterAddOn', props, KarpenterAddOn);
    const place = addOnPlace(this, 'karpenter', props, problems);
    judgeKarpenter(place, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf(props: KarpenterAddOnProps, place: AddOnPlace | undefined) {
  const { interruptionQueue, replicas, dnsPolicy, cpu = '1', memory = '1Gi' } = props;
  const { nodeRepair, spotToSpotConsolidation } = props;
  const gates = defined({ nodeRepair, spotToSpotConsolidation });
  return {
    settings: {
      clusterName: place?.environment.clusterName,
      ...defined({ interruptionQueue }),
      ...(place?.eks?.network.private ? { isolatedVPC: true } : {}),
      ...(Object.keys(gates).length === 0 ? {} : { featureGates: gates }),
    },
    ...defined({ replicas, dnsPolicy }),
    controller: { resources: { requests: { cpu, memory }, limits: { memory } } },
  };
}
