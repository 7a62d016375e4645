import type { FieldTable } from './field-table';

/** Fields of a DaemonSet in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const DAEMON_SET_FIELDS: FieldTable = {
  minReadySeconds: { property: 'minReadySeconds' },
  revisionHistoryLimit: { property: 'revisionHistoryLimit' },
  selector: { property: 'selectorLabels' },
  template: { property: 'everything about the Pod' },
  updateStrategy: { property: 'updateStrategy' },
};
