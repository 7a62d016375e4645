import type { FieldTable } from './field-table';

/** Fields of a Deployment in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const DEPLOYMENT_FIELDS: FieldTable = {
  minReadySeconds: { property: 'minReadySeconds' },
  paused: { property: 'paused' },
  progressDeadlineSeconds: { property: 'progressDeadlineSeconds' },
  replicas: { property: 'replicas' },
  revisionHistoryLimit: { property: 'revisionHistoryLimit' },
  selector: { property: 'selectorLabels' },
  strategy: { property: 'strategy' },
  template: { property: 'everything about the Pod' },
};
