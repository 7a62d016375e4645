import type { Chart } from 'cdk8s';
import { AppNamespace, ConfigFiles, inNamespace, WebService, type WebServiceOptions } from 'cdk8s-eks';

/** The images of databases start as root and drop to their own users. */
export const DATABASE = {
  profile: { level: 'baseline', reason: 'the image starts as root, and drops to its own user' },
  resources: 'none',
} as const;

/** A namespace of the store and the settings that its service reads. */
export function part(scope: Chart, name: string, data: Readonly<Record<string, string>>, config = name) {
  const chart = inNamespace(scope, name);
  new AppNamespace(chart, 'namespace', { name, podSecurity: 'baseline' });
  return { chart, config: new ConfigFiles(chart, 'config', { name: config, data }) };
}

/** What the services differ by. */
export type ServiceProps = Partial<WebServiceOptions>;

/** One of the store's services. */
export function service(chart: Chart, name: string, metrics: string, props: ServiceProps) {
  return new WebService(chart, name, {
    image: `public.ecr.aws/aws-containers/retail-store-sample-${name === 'carts' ? 'cart' : name}:1.2.1`,
    port: 8080,
    resources: { cpu: '250m', memory: '512Mi' },
    user: { uid: 1000 },
    writable: [{ path: '/tmp', medium: 'Memory' }],
    podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': metrics },
    ...props,
  });
}
