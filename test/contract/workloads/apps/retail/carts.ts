import type { Chart } from 'cdk8s';
import { IrsaServiceAccount, WebService } from 'cdk8s-eks';
import { JAVA, LIVENESS } from './java';
import { DATABASE, part, service } from './parts';

/** @param data where the table is */
export function carts(scope: Chart, data: Readonly<Record<string, string>>, iamRole?: string) {
  const { chart, config } = part(scope, 'carts', { RETAIL_CART_PERSISTENCE_PROVIDER: 'dynamodb', ...data });
  new WebService(chart, 'carts-dynamodb', {
    ...DATABASE,
    image: 'amazon/dynamodb-local:1.25.1',
    containerName: 'dynamodb',
    ports: [{ name: 'dynamodb', containerPort: 8000 }],
  });
  const account = iamRole && new IrsaServiceAccount(chart, 'account', { name: 'carts', iamRole });
  return service(chart, 'carts', '/actuator/prometheus', {
    resources: { cpu: '250m', memory: '1Gi' },
    env: JAVA,
    envFrom: [config],
    readiness: { http: '/actuator/health/readiness', initialDelaySeconds: 15, periodSeconds: 3 },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 3 },
    ...(account ? { serviceAccount: account } : {}),
  });
}
