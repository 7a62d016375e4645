import { ConfigFiles, inNamespace, releasedImage, WebService } from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { STORE_USER, scraped, TMP } from './settings';

/** The checkout and its Redis. */
export function checkout(scope: Construct): WebService {
  const chart = inNamespace(scope, 'checkout');
  const config = new ConfigFiles(chart, 'config', {
    name: 'checkout',
    data: {
      RETAIL_CHECKOUT_ENDPOINTS_ORDERS: 'http://orders.orders.svc:80',
      RETAIL_CHECKOUT_PERSISTENCE_PROVIDER: 'redis',
      RETAIL_CHECKOUT_PERSISTENCE_REDIS_URL: 'redis://checkout-redis:6379',
    },
  });
  // The image’s user is 999 in group 1000; Redis writes to its working folder.
  new WebService(chart, 'checkout-redis', {
    image: releasedImage(chart, 'redis'),
    containerName: 'redis',
    ports: [{ name: 'redis', containerPort: 6379 }],
    resources: 'medium',
    user: { uid: 999, gid: 1000 },
    writable: [{ path: '/data', sizeLimit: '256Mi' }],
    replicas: 1,
  });
  return new WebService(chart, 'service', {
    name: 'checkout',
    image: releasedImage(scope, 'checkout'),
    port: 8080,
    resources: 'medium',
    user: STORE_USER,
    writable: TMP,
    envFrom: [config],
    readiness: { http: '/health' },
    liveness: { http: '/health', initialDelaySeconds: 30, periodSeconds: 3 },
    podAnnotations: scraped('/metrics'),
  });
}
