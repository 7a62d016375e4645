import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-eks';
import { DATABASE, part, type ServiceProps, service } from './parts';

/** @param more of this variant */
export function checkout(scope: Chart, more: ServiceProps = {}) {
  const { chart, config } = part(scope, 'checkout', {
    RETAIL_CHECKOUT_ENDPOINTS_ORDERS: 'http://orders.orders.svc:80',
    RETAIL_CHECKOUT_PERSISTENCE_PROVIDER: 'redis',
    RETAIL_CHECKOUT_PERSISTENCE_REDIS_URL: 'redis://checkout-redis:6379',
  });
  new WebService(chart, 'checkout-redis', {
    ...DATABASE,
    image: 'public.ecr.aws/docker/library/redis:6.0-alpine',
    containerName: 'redis',
    ports: [{ name: 'redis', containerPort: 6379 }],
  });
  return service(chart, 'checkout', '/metrics', {
    envFrom: [config],
    liveness: { http: '/health', initialDelaySeconds: 30, periodSeconds: 3 },
    ...more,
  });
}
