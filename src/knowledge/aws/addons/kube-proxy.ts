import type { AddOnRow } from './add-on';

/** Read on 2026-11-29. */
export const KUBE_PROXY: AddOnRow = {
  controller: 'kubeProxy',
  namespace: 'kube-system',
  serviceAccounts: [],
  autoMode: 'the routes of Services',
  onlyEks: true,
  traps: [
    'Its version may not be newer than the cluster, and lags behind by as much as a kubelet may.',
    'Mode ipvs is deprecated from Kubernetes 1.35 on.',
  ],
  forms: { eks: { owner: 'aws' } },
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html'],
};
