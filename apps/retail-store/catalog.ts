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
import { dataAt, STORE_USER, scraped, TMP } from './settings';

const USER = 'RETAIL_CATALOG_PERSISTENCE_USER';
const PASSWORD = 'RETAIL_CATALOG_PERSISTENCE_PASSWORD';
const ROOT_PASSWORD = 'MYSQL_ROOT_PASSWORD';

/** The catalogue and its MySQL. */
export function catalog(scope: Construct): WebService {
  const chart = inNamespace(scope, 'catalog');
  const secret = databaseSecret(chart, 'catalog-db', [USER, PASSWORD, ROOT_PASSWORD]);
  mysql(chart, secret);
  const config = new ConfigFiles(chart, 'config', {
    name: 'catalog',
    data: {
      RETAIL_CATALOG_PERSISTENCE_PROVIDER: 'mysql',
      RETAIL_CATALOG_PERSISTENCE_ENDPOINT: 'catalog-mysql:3306',
      RETAIL_CATALOG_PERSISTENCE_DB_NAME: 'catalog',
    },
  });
  return new WebService(chart, 'service', {
    name: 'catalog',
    image: releasedImage(scope, 'catalog'),
    port: 8080,
    resources: 'medium',
    user: STORE_USER,
    writable: TMP,
    env: { [USER]: fromSecret(secret, USER), [PASSWORD]: fromSecret(secret, PASSWORD) },
    envFrom: [config],
    readiness: { http: '/health', periodSeconds: 5, successThreshold: 3 },
    liveness: { http: '/health', initialDelaySeconds: 30, periodSeconds: 3 },
    podAnnotations: scraped('/metrics'),
  });
}

/** MySQL starts as its own user 999 when told so; it writes its data, its socket and /tmp. */
function mysql(chart: Construct, secret: string): void {
  const keeps = Environment.of(chart).tier !== 'development';
  new StatefulService(chart, 'catalog-mysql', {
    image: releasedImage(chart, 'mysql'),
    containerName: 'mysql',
    ports: [{ name: 'mysql', containerPort: 3306 }],
    headless: false,
    resources: { cpu: '250m', memory: '1Gi' },
    user: { uid: 999 },
    env: {
      MYSQL_ROOT_PASSWORD: fromSecret(secret, ROOT_PASSWORD),
      MYSQL_DATABASE: 'catalog',
      MYSQL_USER: fromSecret(secret, USER),
      MYSQL_PASSWORD: fromSecret(secret, PASSWORD),
    },
    readiness: { tcp: 'mysql', initialDelaySeconds: 10 },
    writable: ['/tmp', '/var/run/mysqld', ...(keeps ? [] : [{ path: '/var/lib/mysql', sizeLimit: '2Gi' as const }])],
    ...(keeps
      ? {
          mounts: dataAt('/var/lib/mysql'),
          claims: [{ name: 'data', size: '30Gi', storageClass: storageClassFor(chart, 'block', 'gp3') }],
        }
      : {}),
  });
}
