import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';
import { judgeAutoscalerImage } from './judge-autoscaler-image';

export interface ClusterAutoscalerAddOnProps extends AddOnProps, PinnedChartProps {
  /** Tag of its image, of the minor version of the cluster: `v1.34.1`. */
  readonly imageTag: string;
  /** Pods of it, of which one works. `@default` 1 (chart) */
  readonly replicas?: number;
  /** Whether node groups alike grow together, which spreads Pods over zones. `@default` false (cluster autoscaler) */
  readonly balanceSimilarNodeGroups?: boolean;
  /** How it chooses among node groups that would fit. `@default` random (cluster autoscaler) */
  readonly expander?: 'random' | 'most-pods' | 'least-waste' | 'price' | 'priority';
  /** Whether nodes with Pods of kube-system stay. `@default` true (cluster autoscaler) */
  readonly skipNodesWithSystemPods?: boolean;
}

/**
 * The cluster autoscaler, which sets the size of node groups, as an Application of Argo CD with its chart. It finds the groups by
 * the tags `k8s.io/cluster-autoscaler/enabled` and `k8s.io/cluster-autoscaler/<cluster>`. Without `gitops`, and on a plain
 * cluster, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-add-on-conflict
 * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/charts/cluster-autoscaler
 * @example
 * import { ClusterAutoscalerAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) =>
 *   new ClusterAutoscalerAddOn(chart, 'autoscaler', {
 *     version: '9.59.1',
 *     imageTag: 'v1.34.1',
 *     iamRole: 'cluster-autoscaler',
 *   });
 */
export class ClusterAutoscalerAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: ClusterAutoscalerAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ClusterAutoscalerAddOn', props, ClusterAutoscalerAddOn);
    const place = addOnPlace(this, 'cluster-autoscaler', props, problems);
    judgeAutoscalerImage(props.imageTag, place, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf(props: ClusterAutoscalerAddOnProps, place: AddOnPlace | undefined) {
  const { imageTag, replicas, balanceSimilarNodeGroups, expander, skipNodesWithSystemPods } = props;
  const extraArgs = defined({
    'balance-similar-node-groups': balanceSimilarNodeGroups,
    expander,
    'skip-nodes-with-system-pods': skipNodesWithSystemPods,
  });
  return {
    cloudProvider: 'aws',
    awsRegion: place?.eks?.region,
    autoDiscovery: { clusterName: place?.environment.clusterName },
    rbac: { serviceAccount: { name: 'cluster-autoscaler' } },
    image: { tag: imageTag },
    ...defined({ replicaCount: replicas }),
    ...(Object.keys(extraArgs).length === 0 ? {} : { extraArgs }),
  };
}
