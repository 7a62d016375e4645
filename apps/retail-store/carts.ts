import {
  allowEgress,
  ConfigFiles,
  Environment,
  IrsaServiceAccount,
  inNamespace,
  releasedImage,
  WebService,
} from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { ACTUATOR, JAVA_OPTS, LIVENESS, STORE_USER, scraped, TMP } from './settings';

/** Shopping carts in DynamoDB: a table of the account where there is one, else DynamoDB Local beside it. */
export function carts(scope: Construct): WebService {
  const chart = inNamespace(scope, 'carts');
  const table = Environment.of(scope).values['cartsTable'];
  if (table === undefined) localDynamoDb(chart);
  const config = new ConfigFiles(chart, 'config', {
    name: 'carts',
    data: {
      RETAIL_CART_PERSISTENCE_PROVIDER: 'dynamodb',
      RETAIL_CART_PERSISTENCE_DYNAMODB_TABLE_NAME: table ?? 'Items',
      ...(table === undefined ? LOCAL : {}),
    },
  });
  const account =
    table === undefined ? undefined : new IrsaServiceAccount(chart, 'account', { name: 'carts', iamRole: 'carts' });
  const service = new WebService(chart, 'service', {
    name: 'carts',
    image: releasedImage(scope, 'carts'),
    port: 8080,
    resources: 'large',
    user: STORE_USER,
    writable: TMP,
    env: { JAVA_OPTS },
    envFrom: [config],
    readiness: { http: '/actuator/health/readiness', initialDelaySeconds: 15, periodSeconds: 3 },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 3 },
    podAnnotations: scraped(ACTUATOR),
    ...(account === undefined ? {} : { serviceAccount: account }),
  });
  if (account !== undefined) {
    // DynamoDB and STS answer on the internet’s addresses, or on those of VPC endpoints.
    const from = { namespace: 'carts', pods: service };
    allowEgress(chart, 'carts-to-aws', { from, to: { cidrs: ['0.0.0.0/0'] }, ports: [443] });
  }
  return service;
}

/** DynamoDB Local wants some key, and takes any. */
const LOCAL = {
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  RETAIL_CART_PERSISTENCE_DYNAMODB_CREATE_TABLE: 'true',
  RETAIL_CART_PERSISTENCE_DYNAMODB_ENDPOINT: 'http://carts-dynamodb:8000',
};

/** The image runs as user 1000 and, in memory as it starts by default, writes to /tmp only. */
function localDynamoDb(chart: Construct): void {
  new WebService(chart, 'carts-dynamodb', {
    image: releasedImage(chart, 'dynamodb'),
    ports: [{ name: 'dynamodb', containerPort: 8000 }],
    resources: 'medium',
    user: { uid: 1000 },
    writable: ['/tmp'],
    replicas: 1,
  });
}
