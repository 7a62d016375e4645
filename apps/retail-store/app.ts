import { allowFrom, defineApp } from 'cdk8s-eks';
import { carts } from './carts';
import { catalog } from './catalog';
import { checkout } from './checkout';
import { orders } from './orders';
import { ui } from './ui';

/** AWS's retail store: five services, each in a namespace of the tenancy `tenant-retail`, with their stores. */
export default defineApp({
  name: 'retail-store',
  owner: 'retail',
  charts(scope) {
    const services = {
      carts: carts(scope),
      catalog: catalog(scope),
      checkout: checkout(scope),
      orders: orders(scope),
      ui: ui(scope),
    };
    const calls = [
      ['ui', 'carts'],
      ['ui', 'catalog'],
      ['ui', 'checkout'],
      ['ui', 'orders'],
      ['checkout', 'orders'],
    ] as const;
    for (const [from, to] of calls) {
      allowFrom(scope, `${from}-to-${to}`, {
        from: { namespace: from, pods: services[from] },
        to: { namespace: to, pods: services[to] },
        ports: ['http'],
      });
    }
  },
});
