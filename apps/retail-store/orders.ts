import {
  ConfigFiles,
  Environment,
  fromSecret,
  inNamespace,
  releasedImage,
  StatefulService,
  storageClassFor,
  WebService,
} from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { databaseSecret } from './database-secret';
import { ACTUATOR, dataAt, JAVA_OPTS, LIVENESS, STORE_USER, scraped, TMP } from './settings';

const USER = 'RETAIL_ORDERS_PERSISTENCE_USERNAME';
const PASSWORD = 'RETAIL_ORDERS_PERSISTENCE_PASSWORD';

/** Orders and their PostgreSQL. */
export function orders(scope: Construct): WebService {
  const chart = inNamespace(scope, 'orders');
  const secret = databaseSecret(chart, 'orders-db', [USER, PASSWORD]);
  postgresql(chart, secret);
  const config = new ConfigFiles(chart, 'config', {
    name: 'orders',
    data: {
      RETAIL_ORDERS_PERSISTENCE_PROVIDER: 'postgres',
      RETAIL_ORDERS_PERSISTENCE_ENDPOINT: 'orders-postgresql:5432',
      RETAIL_ORDERS_PERSISTENCE_NAME: 'orders',
    },
  });
  return new WebService(chart, 'service', {
    name: 'orders',
    image: releasedImage(scope, 'orders'),
    port: 8080,
    resources: 'large',
    user: STORE_USER,
    writable: TMP,
    env: { JAVA_OPTS, [USER]: fromSecret(secret, USER), [PASSWORD]: fromSecret(secret, PASSWORD) },
    envFrom: [config],
    readiness: { http: LIVENESS, periodSeconds: 5, successThreshold: 3 },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 3 },
    podAnnotations: scraped(ACTUATOR),
  });
}

/** PostgreSQL starts as its own user 999 when told so; it writes its data, its socket and /tmp. */
function postgresql(chart: Construct, secret: string): void {
  const keeps = Environment.of(chart).tier !== 'development';
  new StatefulService(chart, 'orders-postgresql', {
    image: releasedImage(chart, 'postgresql'),
    containerName: 'postgresql',
    ports: [{ name: 'postgresql', containerPort: 5432 }],
    headless: false,
    resources: { cpu: '250m', memory: '1Gi' },
    user: { uid: 999 },
    env: {
      POSTGRES_DB: 'orders',
      POSTGRES_USER: fromSecret(secret, USER),
      POSTGRES_PASSWORD: fromSecret(secret, PASSWORD),
      PGDATA: '/data/pgdata',
    },
    readiness: { tcp: 'postgresql', initialDelaySeconds: 10 },
    writable: ['/tmp', '/var/run/postgresql', ...(keeps ? [] : [{ path: '/data', sizeLimit: '2Gi' as const }])],
    ...(keeps
      ? {
          mounts: dataAt('/data'),
          claims: [{ name: 'data', size: '30Gi', storageClass: storageClassFor(chart, 'block', 'gp3') }],
        }
      : {}),
  });
}
