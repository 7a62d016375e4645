import { KUEUE_GROUP } from './batch';

const apiVersion = `${KUEUE_GROUP}/v1beta2`;

/**
 * Kinds of Kueue that say what there is, and who may take it. Since 0.20 Kueue serves v1beta2 alone.
 * @see https://github.com/kubernetes-sigs/kueue/blob/main/apis/kueue/v1beta2/clusterqueue_types.go (read in November 2026)
 */
export const CLUSTER_QUEUE = { apiVersion, kind: 'ClusterQueue' } as const;
export const LOCAL_QUEUE = { apiVersion, kind: 'LocalQueue' } as const;
export const RESOURCE_FLAVOR = { apiVersion, kind: 'ResourceFlavor' } as const;

/** Most entries of a ClusterQueue and of its parts, and of a ResourceFlavor. */
export const KUEUE_MOST = { groups: 16, flavors: 64, resources: 64, labels: 8, taints: 8, tolerations: 8 } as const;
