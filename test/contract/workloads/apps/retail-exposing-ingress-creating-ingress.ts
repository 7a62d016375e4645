import { AlbIngress, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'ui',
  owner: 'retail',
  namespace: 'ui',
  charts: (scope, { values }) =>
    new AlbIngress(scope, 'ui', {
      scheme: 'internet-facing',
      inboundCidrs: [values['inboundCidr'] ?? ''],
      host: 'store',
      backend: { service: 'ui', port: 80 },
      healthCheck: { path: '/actuator/health/liveness' },
    }),
});
