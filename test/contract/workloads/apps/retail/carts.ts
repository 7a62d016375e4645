import type { Chart } from 'cdk8s';
import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { JAVA, LIVENESS } from './java';
import { DATABASE, part, service } from './parts';

/** @param data where the table is */
export function carts(
  scope: Chart,
  data: Readonly<Record<string, string>>,
  account?: (chart: Chart) => WebServiceProps['serviceAccount'],
) {
  const { chart, config } = part(scope, 'carts', { RETAIL_CART_PERSISTENCE_PROVIDER: 'dynamodb', ...data });
  new WebService(chart, 'carts-dynamodb', {
    ...DATABASE,
    image: 'amazon/dynamodb-local:1.25.1',
    containerName: 'dynamodb',
    ports: [{ name: 'dynamodb', containerPort: 8000 }],
  });
  const serviceAccount = account?.(chart);
  return service(chart, 'carts', '/actuator/prometheus', {
    resources: { cpu: '250m', memory: '1Gi' },
    env: JAVA,
    envFrom: [config],
    readiness: { http: '/actuator/health/readiness', initialDelaySeconds: 15, periodSeconds: 3 },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 3 },
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
  });
}

export const LOCAL_TABLE = {
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  RETAIL_CART_PERSISTENCE_DYNAMODB_CREATE_TABLE: 'true',
  RETAIL_CART_PERSISTENCE_DYNAMODB_ENDPOINT: 'http://carts-dynamodb:8000',
  RETAIL_CART_PERSISTENCE_DYNAMODB_TABLE_NAME: 'Items',
};
