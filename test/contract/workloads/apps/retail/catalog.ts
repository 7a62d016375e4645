import type { Chart } from 'cdk8s';
import { fromSecret, StatefulService, type StatefulServiceProps } from 'cdk8s-eks';
import { DATABASE, part, service } from './parts';

const [USER, PASSWORD] = ['RETAIL_CATALOG_PERSISTENCE_USER', 'RETAIL_CATALOG_PERSISTENCE_PASSWORD'] as const;

/** @param endpoint of the database */
export function catalog(scope: Chart, endpoint: string, secret = 'catalog-db') {
  const { chart, config } = part(scope, 'catalog', {
    RETAIL_CATALOG_PERSISTENCE_DB_NAME: 'catalog',
    RETAIL_CATALOG_PERSISTENCE_ENDPOINT: endpoint,
    RETAIL_CATALOG_PERSISTENCE_PROVIDER: 'mysql',
  });
  mysql(chart, 'catalog-mysql', { writable: [{ path: '/var/lib/mysql', sizeLimit: 'none' }] });
  service(chart, 'catalog', '/metrics', {
    envFrom: [config, { secretRef: { name: secret } }],
    readiness: { http: '/health', periodSeconds: 5, successThreshold: 3 },
    liveness: { http: '/health', initialDelaySeconds: 30, periodSeconds: 3 },
  });
  return chart;
}

export function mysql(chart: Chart, name: string, data: Partial<StatefulServiceProps>) {
  return new StatefulService(chart, name, {
    ...DATABASE,
    image: 'public.ecr.aws/docker/library/mysql:8.0',
    containerName: 'mysql',
    ports: [{ name: 'mysql', containerPort: 3306 }],
    headless: false,
    env: {
      MYSQL_ROOT_PASSWORD: fromSecret('catalog-db', 'MYSQL_ROOT_PASSWORD'),
      MYSQL_DATABASE: 'catalog',
      MYSQL_USER: fromSecret('catalog-db', USER),
      MYSQL_PASSWORD: fromSecret('catalog-db', PASSWORD),
    },
    ...data,
  });
}
