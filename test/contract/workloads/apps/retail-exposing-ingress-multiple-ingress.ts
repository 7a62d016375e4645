import type { Chart } from 'cdk8s';
import { AlbIngress, defineApp, inNamespace } from 'cdk8s-eks';

const ingress = (scope: Chart, service: string, path: string, health: string, cidr = '') =>
  new AlbIngress(inNamespace(scope, service), `${service}-multi`, {
    scheme: 'internet-facing',
    group: { name: 'retail-app-group' },
    inboundCidrs: [cidr],
    host: 'store',
    paths: [{ path, backend: { service, port: 80 } }],
    healthCheck: { path: health },
  });

export default defineApp({
  name: 'retail-ingress',
  owner: 'retail',
  charts(scope, { values }) {
    ingress(scope, 'catalog', '/catalog', '/health', values['inboundCidr']);
    ingress(scope, 'ui', '/', '/actuator/health/liveness', values['inboundCidr']);
  },
});
