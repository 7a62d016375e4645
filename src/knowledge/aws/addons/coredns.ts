import type { AddOnRow } from './add-on';

/** Read on 2026-11-29. */
export const COREDNS: AddOnRow = {
  controller: 'coreDns',
  namespace: 'kube-system',
  serviceAccounts: [],
  autoMode: 'DNS on each node',
  onlyEks: true,
  traps: [
    '`corefile` replaces the whole file.',
    '`replicaCount`, `autoScaling` and a HorizontalPodAutoscaler of your own undo each other.',
    'On Fargate it needs a profile that catches its Pods, or it waits for nodes.',
  ],
  forms: {
    eks: {
      owner: 'aws',
      configuration: {
        replicaCount: 'number',
        resources: 'map',
        corefile: 'text',
        autoScaling: 'map',
        tolerations: 'list',
      },
    },
  },
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html'],
};
