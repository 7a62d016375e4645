import { INGRESS_CLASS, SHOP, TestProject } from '../project';
import { digestOf } from '../released';

/** What the environments of a released shop say of an image. */
export const releaseOf = (repository: string, tag = '1.0.1', digest = digestOf('a')) => `# what runs here
apps:
  shop:
    images:
      web: { repository: ${repository}, tag: "${tag}", digest: ${digest} } # by the web team
`;

/** A project with one app, whose image is released in each environment. */
export function releasedShop(repository: string): TestProject {
  const shop = SHOP.replace('Environment, WebService', 'Environment, releasedImage, WebService')
    .replace("'ghcr.io/stefanprodan/podinfo:6.14.1'", "releasedImage(scope, 'web')")
    .replace("  namespace: 'game-2048',\n", "  namespace: 'game-2048',\n  skip: { local: 'nothing on a laptop' },\n");
  const project = new TestProject({ 'shop.ts': shop, 'ingress.ts': INGRESS_CLASS });
  for (const name of ['dev', 'staging', 'prod'])
    project.write(`environments/${name}/release.yaml`, releaseOf(repository));
  return project;
}
