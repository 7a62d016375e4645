import { defineApp } from 'cdk8s-eks';
import { carts } from './retail/carts';
import { catalog } from './retail/catalog';
import { checkout } from './retail/checkout';
import { LOCAL_TABLE } from './retail/local-table';
import { orders } from './retail/orders';
import { part } from './retail/parts';
import { ui } from './retail/ui';

export default defineApp({
  name: 'retail-store',
  owner: 'retail',
  charts(scope) {
    carts(scope, LOCAL_TABLE);
    catalog(scope, 'catalog-mysql:3306');
    checkout(scope);
    orders(scope);
    part(scope, 'other', {}, 'dummy');
    ui(scope, () => ({
      resources: { cpu: '250m', cpuLimit: '250m', memory: '1.5Gi' },
      autoscaling: { minReplicas: 1, maxReplicas: 4, cpuUtilization: 80 },
    }));
  },
});
