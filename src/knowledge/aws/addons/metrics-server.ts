import { type AddOnRow, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const METRICS_SERVER: AddOnRow = {
  controller: 'metricsServer',
  namespace: 'kube-system',
  serviceAccounts: [],
  needs: [monitoredWhen('serviceMonitor', 'enabled')],
  traps: [
    'Port 10250 is the kubelet’s on Fargate; there its Pods need another one, such as 10251.',
    'With a network of Pods that the API server does not reach, it needs the network of its node.',
    'A second APIService v1beta1.metrics.k8s.io cannot be: the last one that is applied answers.',
  ],
  forms: {
    eks: { owner: 'community', configuration: { replicas: 'number', containerPort: 'number', resources: 'map' } },
    chart: {
      chart: 'metrics-server',
      repoURL: 'https://kubernetes-sigs.github.io/metrics-server/',
      clusterKinds: [...RBAC_KINDS, 'APIService'],
    },
  },
  see: [
    'https://github.com/kubernetes-sigs/metrics-server/tree/master/charts/metrics-server',
    'https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html',
  ],
};
