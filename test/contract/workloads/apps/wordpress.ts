import type { Chart } from 'cdk8s';
import {
  defineApp,
  fromSecret,
  type OneOrNamedPorts,
  VolumeClaim,
  WebService,
  type WebServiceOptions,
} from 'cdk8s-eks';

const password = fromSecret('mysql-pass', 'password');

/** A server with a disk, which cannot run twice. */
function onDisk(chart: Chart, name: string, path: string, volume: string, props: OneOrNamedPorts & WebServiceOptions) {
  const claim = new VolumeClaim(chart, `${name}-data`, { name, storageClass: 'gp3', size: '20Gi' });
  new WebService(chart, name, {
    profile: { level: 'baseline', reason: 'the image starts as root, and drops to its own user' },
    strategy: 'Recreate',
    resources: 'none',
    mounts: [{ path, name: volume, claim }],
    ...props,
  });
}

export default defineApp({
  name: 'blog',
  owner: 'web',
  namespace: 'blog',
  charts(scope) {
    onDisk(scope, 'wordpress', '/var/www/html', 'html', {
      image: 'public.ecr.aws/docker/library/wordpress:6.8.1-apache',
      port: 80,
      service: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' },
      env: {
        WORDPRESS_DB_HOST: 'wordpress-mysql',
        WORDPRESS_DB_USER: 'wordpress',
        WORDPRESS_DB_PASSWORD: password,
      },
    });
    onDisk(scope, 'wordpress-mysql', '/var/lib/mysql', 'data', {
      image: 'public.ecr.aws/docker/library/mysql:8.0.42',
      containerName: 'mysql',
      ports: [{ name: 'mysql', containerPort: 3306 }],
      service: { headless: true },
      env: {
        MYSQL_DATABASE: 'wordpress',
        MYSQL_USER: 'wordpress',
        MYSQL_ROOT_PASSWORD: password,
        MYSQL_PASSWORD: password,
      },
    });
  },
});
