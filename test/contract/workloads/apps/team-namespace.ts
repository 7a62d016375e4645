import { defineApp, TenantNamespace } from 'cdk8s-eks';

export default defineApp({
  name: 'tenant-payments',
  owner: 'platform',
  charts: (scope) =>
    new TenantNamespace(scope, 'payments', {
      quota: { cpu: '20', memory: '64Gi', pods: 100, claims: 10, loadBalancers: 2 },
      defaults: { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' },
      network: { sameNamespace: false, albIngress: false },
      team: { subjects: [{ group: 'payments-developers' }], clusterRole: 'edit' },
    }),
});
