import { AlbIngress, AppNamespace, defineApp, publicScheme, releasedImage, WebService } from 'cdk8s-eks';

/** The 2048 game in a namespace of its own: on Fargate where the environment has a profile for it, else on its nodes. */
export default defineApp({
  name: 'game-2048',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    // The image is an nginx that binds port 80 and changes owners at start-up, both as root.
    const reason = 'nginx of the image starts as root, binds port 80 and then drops to its own user';
    new AppNamespace(scope, 'namespace', { name: 'game-2048', podSecurity: 'baseline' });
    const game = new WebService(scope, 'game-2048', {
      image: releasedImage(scope, 'game'),
      port: 80,
      // Fargate bills requests: these and the 256 MiB it adds fill its smallest size.
      resources: { cpu: '250m', memory: '256Mi', cpuLimit: '250m' },
      profile: { level: 'baseline', reason },
      readiness: { http: '/' },
      spread: false,
    });
    new AlbIngress(scope, 'ingress', {
      name: 'game-2048',
      host: 'game-2048',
      scheme: publicScheme(scope),
      backend: game,
    });
  },
});
