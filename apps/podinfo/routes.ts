import { HttpRoutes, publicScheme, type WebService } from 'cdk8s-eks';
import type { Construct } from 'constructs';

/** What the internet reaches of podinfo: an Ingress in one environment, an HTTPRoute of the platform's Gateway in another. */
export function routes(
  scope: Construct,
  { frontend, backend }: Readonly<Record<'frontend' | 'backend', WebService>>,
): void {
  new HttpRoutes(scope, 'podinfo', {
    hosts: ['podinfo'],
    scheme: publicScheme(scope),
    rules: [
      { backends: frontend },
      { matches: { path: '/api', method: 'GET' }, rewrite: { prefix: '/' }, backends: backend },
      { matches: { headers: { 'x-backend': 'direct' } }, backends: backend },
      { matches: { path: '/docs', pathType: 'Exact' }, redirect: { path: '/swagger/index.html' } },
    ],
    healthCheck: { path: '/healthz' },
  });
}
