import { defineApp, releasedImage, WebService } from 'cdk8s-eks';

export default defineApp({
  name: 'game-2048',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new WebService(scope, 'web', { image: releasedImage(scope, 'game'), port: 8080 });
  },
});
