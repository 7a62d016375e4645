import { AlbIngress, defineApp } from 'cdk8s-eks';
import { staff } from './group';

/** The shop for staff, behind the load balancer that they share with the games. */
export default defineApp({
  name: 'staff-shop',
  owner: 'retail',
  namespace: 'ui',
  skip: { local: 'a laptop has no load balancer of AWS' },
  charts(scope) {
    const pages = { service: 'ui', port: 80 };
    new AlbIngress(scope, 'ingress', {
      ...staff.member(scope, 'shop'),
      name: 'staff-shop',
      host: 'staff-shop',
      healthCheck: { path: '/actuator/health/liveness' },
      paths: [
        { backend: pages },
        { path: '/help', action: { redirect: { host: 'wiki.example.com', path: '/shop', statusCode: 302 } } },
        // Who works on the shop's own network sees what it is made of; nobody else does.
        { path: '/topology', backend: pages, conditions: { sourceCidrs: ['10.200.0.0/16'] } },
        { path: '/topology', action: { fixedResponse: { statusCode: 403 } } },
      ],
    });
  },
});
