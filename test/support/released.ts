/** An app with two images and a flag, which another app of the same form shares. */
export const shopOf = (
  name: string,
) => `import { AppNamespace, defineApp, k8s, releasedImage, releaseFlag } from 'cdk8s-eks';

export default defineApp({
  name: '${name}',
  owner: 'games',
  namespace: 'game-2048',
  skip: { local: 'nothing on a laptop' },
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
    const data = { web: releasedImage(scope, 'web'), api: releasedImage(scope, 'api'), cart: String(releaseFlag(scope, 'newCart')) };
    new k8s.KubeConfigMap(scope, 'config', { metadata: { name: 'config', namespace: 'game-2048' }, data });
  },
});
`;

export const SHOP_RELEASE = `# what runs here
apps:
  shop: # the shop
    images:
      web: { repository: ghcr.io/example/web, tag: '1.4.0' }   # by the web team
      api:
        tag: "2026.11.1"
        repository: ghcr.io/example/api
    flags: { newCart: false } # since the summer
`;

export const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;
