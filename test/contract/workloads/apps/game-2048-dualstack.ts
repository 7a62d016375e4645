import { AlbIngress, AppNamespace, defineApp, WebService } from 'cdk8s-eks';

export default defineApp({
  name: 'game-2048',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'game-2048', podSecurity: 'baseline' });
    const game = new WebService(scope, 'game-2048', {
      image: 'public.ecr.aws/l6m2t8p7/docker-2048:latest',
      containerName: 'app-2048',
      port: 80,
      replicas: 5,
      resources: 'none',
      profile: { level: 'baseline', reason: 'nginx starts as root, binds port 80 and drops to its own user' },
    });
    new AlbIngress(scope, 'ingress', {
      name: 'game-2048',
      host: 'game-2048',
      scheme: 'internet-facing',
      ipAddressType: 'dualstack',
      backend: game,
    });
  },
});
