import type { FieldTable } from './field-table';

/** Fields of a StatefulSet in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const STATEFUL_SET_FIELDS: FieldTable = {
  minReadySeconds: { property: 'minReadySeconds' },
  ordinals: { property: 'firstOrdinal' },
  persistentVolumeClaimRetentionPolicy: { property: 'claimRetention' },
  podManagementPolicy: { property: 'podManagementPolicy' },
  replicas: { property: 'replicas' },
  revisionHistoryLimit: { property: 'revisionHistoryLimit' },
  selector: { property: 'selectorLabels' },
  serviceName: { property: 'name' },
  template: { property: 'everything about the Pod' },
  updateStrategy: { property: 'updateStrategy' },
  volumeClaimTemplates: { property: 'claims' },
};
