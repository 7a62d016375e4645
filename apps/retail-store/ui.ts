import {
  AlbIngress,
  ConfigFiles,
  Environment,
  inNamespace,
  publicScheme,
  releasedImage,
  storageClassFor,
  VolumeClaim,
  WebService,
} from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { ACTUATOR, JAVA_OPTS, LIVENESS, STORE_USER, scraped, TMP } from './settings';

/** The web pages, behind a load balancer. Product images lie on EFS where several Pods share them. */
export function ui(scope: Construct): WebService {
  const chart = inNamespace(scope, 'ui');
  const config = new ConfigFiles(chart, 'config', {
    name: 'ui',
    data: {
      RETAIL_UI_ENDPOINTS_CARTS: 'http://carts.carts.svc:80',
      RETAIL_UI_ENDPOINTS_CATALOG: 'http://catalog.catalog.svc:80',
      RETAIL_UI_ENDPOINTS_CHECKOUT: 'http://checkout.checkout.svc:80',
      RETAIL_UI_ENDPOINTS_ORDERS: 'http://orders.orders.svc:80',
    },
  });
  const shared = Environment.of(scope).tier === 'development' ? undefined : imagesClaim(chart);
  const service = new WebService(chart, 'service', {
    name: 'ui',
    image: releasedImage(scope, 'ui'),
    port: 8080,
    resources: { cpu: '250m', memory: '1536Mi' },
    user: STORE_USER,
    addCapabilities: ['NET_BIND_SERVICE'],
    writable: TMP,
    ...(shared === undefined ? {} : { mounts: [{ path: '/efs', claim: shared }] }),
    env: {
      JAVA_OPTS,
      ...(shared === undefined ? {} : { RETAIL_UI_PRODUCT_IMAGES_PATH: '/efs' }),
      METADATA_KUBERNETES_POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } },
      METADATA_KUBERNETES_NAMESPACE: { fieldRef: { fieldPath: 'metadata.namespace' } },
      METADATA_KUBERNETES_NODE_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } },
    },
    envFrom: [config],
    readiness: { http: '/actuator/health/readiness' },
    liveness: { http: LIVENESS, initialDelaySeconds: 45, periodSeconds: 20 },
    podAnnotations: scraped(ACTUATOR),
  });
  new AlbIngress(chart, 'ingress', {
    name: 'ui',
    host: 'shop',
    scheme: publicScheme(chart),
    backend: service,
    healthCheck: { path: LIVENESS },
    targetGroupAttributes: { 'deregistration_delay.timeout_seconds': '10' },
  });
  return service;
}

function imagesClaim(chart: Construct): VolumeClaim {
  return new VolumeClaim(chart, 'efs-claim', {
    storageClass: storageClassFor(chart, 'shared', 'efs-shared'),
    size: '5Gi',
    accessMode: 'ReadWriteMany',
  });
}
