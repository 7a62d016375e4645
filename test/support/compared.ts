import { TestProject } from './project';
import { SHOP_RELEASE, shopOf } from './released';

/** A shop in three environments that release the same. */
export function comparedProject(): TestProject {
  const project = new TestProject({ 'shop.ts': shopOf('shop') });
  for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
  const settings = 'environments/staging/environment.yaml';
  project.write(settings, project.read(settings).replace(/ {2}imageMirrors:\n(?: {4}.*\n)+/, ''));
  return project;
}

/** Adds data to the shop's ConfigMap. */
export function plantIn(project: TestProject, data: string): void {
  project.edit('apps/shop.ts', 'charts(scope)', 'charts(scope, environment)');
  project.edit('apps/shop.ts', 'const data = {', `const data = { ${data},`);
}
