import { AlbIngress, defineApp } from 'cdk8s-eks';
import { staff } from './staff-shop/group';

/** The games for staff, behind the load balancer that they share with the shop. */
export default defineApp({
  name: 'staff-games',
  owner: 'games',
  namespace: 'game-2048',
  skip: { local: 'a laptop has no load balancer of AWS' },
  charts(scope) {
    new AlbIngress(scope, 'ingress', {
      ...staff.member(scope, 'games'),
      name: 'staff-games',
      host: 'staff-games',
      backend: { service: 'game-2048', port: 80 },
      healthCheck: { path: '/' },
    });
  },
});
