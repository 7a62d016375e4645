import type { Chart } from 'cdk8s';
import { fromSecret, StatefulService } from 'cdk8s-eks';
import { JAVA, LIVENESS } from './java';
import { DATABASE, part, service } from './parts';

export function orders(scope: Chart) {
  const { chart, config } = part(scope, 'orders', {
    RETAIL_ORDERS_PERSISTENCE_ENDPOINT: 'orders-postgresql:5432',
    RETAIL_ORDERS_PERSISTENCE_NAME: 'orders',
    RETAIL_ORDERS_PERSISTENCE_PROVIDER: 'postgres',
  });
  new StatefulService(chart, 'orders-postgresql', {
    ...DATABASE,
    image: 'public.ecr.aws/docker/library/postgres:16.1',
    containerName: 'postgresql',
    ports: [{ name: 'postgresql', containerPort: 5432 }],
    headless: false,
    env: {
      POSTGRES_DB: 'orders',
      POSTGRES_USER: fromSecret('orders-db', 'RETAIL_ORDERS_PERSISTENCE_USERNAME'),
      POSTGRES_PASSWORD: fromSecret('orders-db', 'RETAIL_ORDERS_PERSISTENCE_PASSWORD'),
      PGDATA: '/data/pgdata',
    },
    writable: [{ path: '/data', sizeLimit: 'none' }],
  });
  return service(chart, 'orders', '/actuator/prometheus', {
    resources: { cpu: '250m', memory: '1Gi' },
    env: JAVA,
    envFrom: [{ secretRef: { name: 'orders-db' } }, config],
    readiness: { http: LIVENESS, periodSeconds: 5, successThreshold: 3 },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 3 },
  });
}
