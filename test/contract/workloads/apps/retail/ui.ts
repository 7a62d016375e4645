import type { Chart } from 'cdk8s';
import { JAVA, LIVENESS } from './java';
import { part, type ServiceProps, service } from './parts';

const field = (fieldPath: string) => ({ fieldRef: { fieldPath } });

/** @param more what this variant has beside, made in the part's namespace */
export function ui(scope: Chart, more: (chart: Chart) => ServiceProps = () => ({})) {
  const { chart, config } = part(scope, 'ui', {
    RETAIL_UI_ENDPOINTS_CARTS: 'http://carts.carts.svc:80',
    RETAIL_UI_ENDPOINTS_CATALOG: 'http://catalog.catalog.svc:80',
    RETAIL_UI_ENDPOINTS_CHECKOUT: 'http://checkout.checkout.svc:80',
    RETAIL_UI_ENDPOINTS_ORDERS: 'http://orders.orders.svc:80',
  });
  const { env, ...props } = more(chart);
  return service(chart, 'ui', '/actuator/prometheus', {
    resources: { cpu: '250m', memory: '1.5Gi' },
    addCapabilities: ['NET_BIND_SERVICE'],
    env: {
      ...env,
      ...JAVA,
      METADATA_KUBERNETES_POD_NAME: field('metadata.name'),
      METADATA_KUBERNETES_NAMESPACE: field('metadata.namespace'),
      METADATA_KUBERNETES_NODE_NAME: field('spec.nodeName'),
    },
    envFrom: [config],
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 20 },
    ...props,
  });
}
