import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { CLUSTER_QUEUE } from '../../src/knowledge/kubernetes/kueue';
import { defined } from '../../src/model/defined';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { nameOf } from '../workload/values';
import type { ClusterQueueProps, FlavorQuotas, QueueResourceGroup } from './cluster-queue-props';
import { judgeClusterQueue } from './judge-cluster-queue';

/**
 * How much of the cluster queued Jobs may use together, and of which kinds of nodes. A LocalQueue of each namespace leads to it.
 * Kueue is not part of EKS: a platform app installs it.
 * @throws ToolError with everything that the server or Kueue's webhook would refuse
 * @finding k8s/no-missing-queue
 * @see https://kueue.sigs.k8s.io/docs/concepts/cluster_queue/
 * @example
 * import { ClusterQueue, ResourceFlavor } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const research = (chart: Chart) => {
 *   const spot = new ResourceFlavor(chart, 'spot', { nodeLabels: { 'karpenter.sh/capacity-type': 'spot' } });
 *   return new ClusterQueue(chart, 'research', {
 *     namespaces: ['research'],
 *     cohort: 'science',
 *     groups: [{ flavors: [{ flavor: spot, quotas: { cpu: { nominal: '64', borrowingLimit: '32' }, memory: '256Gi' } }] }],
 *   });
 * };
 */
export class ClusterQueue extends Construct {
  /** What is made. */
  readonly clusterQueue: ApiObject;
  /** For `clusterQueue` of a LocalQueue. */
  readonly name: string;
  /** Its kind, which tells it from others of its name. */
  readonly kind = 'ClusterQueue' as const;

  constructor(scope: Construct, id: string, props: ClusterQueueProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ClusterQueue', props, ClusterQueue);
    this.name = props.name ?? id;
    judgeClusterQueue(props, problems);
    problems.raise();
    const { cohort, queueingStrategy, flavorFungibility, admissionChecks, fairSharingWeight, stopPolicy } = props;
    const spec = {
      namespaceSelector: selectorOf(props.namespaces),
      resourceGroups: props.groups.map(groupOf),
      ...defined({
        cohortName: cohort,
        queueingStrategy,
        preemption: props.preemption,
        flavorFungibility,
        admissionChecksStrategy: admissionChecks && {
          admissionChecks: admissionChecks.map(({ name, onFlavors }) => ({
            name,
            ...defined({ onFlavors: onFlavors?.map(nameOf) }),
          })),
        },
        fairSharing: fairSharingWeight === undefined ? undefined : { weight: fairSharingWeight },
        stopPolicy,
      }),
    };
    this.clusterQueue = customObject(this, 'ClusterQueue', CLUSTER_QUEUE, { ...props, name: this.name }, spec);
    override(this.clusterQueue, props.overrides?.clusterQueue);
  }
}

function selectorOf(namespaces: ClusterQueueProps['namespaces']): object {
  if (namespaces === 'all') return {};
  if ('labels' in namespaces) return { matchLabels: { ...namespaces.labels } };
  return { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...namespaces] }] };
}

/** All flavors list the covered resources, in the same order. */
function groupOf({ flavors }: QueueResourceGroup): object {
  const coveredResources = Object.keys(flavors[0]?.quotas ?? {});
  return {
    coveredResources,
    flavors: flavors.map(({ flavor, quotas }: FlavorQuotas) => ({
      name: nameOf(flavor),
      resources: coveredResources.map((name) => ({ name, ...quotaOf(quotas[name] ?? '0') })),
    })),
  };
}

function quotaOf(quota: FlavorQuotas['quotas'][string]): object {
  if (typeof quota === 'string') return { nominalQuota: quota };
  const { nominal, borrowingLimit, lendingLimit } = quota;
  return { nominalQuota: nominal, ...defined({ borrowingLimit, lendingLimit }) };
}
