import type { Environment } from '../../src/model/environment';
import { appNameOf, environmentOf, type HasNode } from '../../src/model/environment-context';
import { pulledReference } from '../../src/model/pulled-image';
import type { AppRelease } from '../../src/model/release';
import { didYouMean } from '../../src/model/suggest';
import { refusal } from './problems';

/**
 * The image this environment's `release.yaml` names for the app, as `repository:tag@digest`; of a mirror where
 * `network.imageMirrors` has one for its registry.
 * Changing it there, not here, is what promotes a build.
 * @throws ToolError when `release.yaml` has no such image
 */
export function releasedImage(scope: HasNode, image: string): string {
  const { app, environment, release } = releaseOf(scope);
  const { name } = environment;
  const found = release?.images[image];
  if (found === undefined) {
    const hint = didYouMean(image, Object.keys(release?.images ?? {}));
    throw refusal(
      scope,
      `environments/${name}/release.yaml names no image "${image}" for app "${app}".${hint}`,
      `add it under apps.${app}.images.${image}.`,
    );
  }
  return pulledReference(found, environment);
}

/**
 * A flag of this app in this environment's `release.yaml`.
 * @throws ToolError when `release.yaml` has no such flag
 */
export function releaseFlag(scope: HasNode, flag: string): string | boolean {
  const { app, environment, release } = releaseOf(scope);
  const found = release?.flags[flag];
  if (found === undefined) {
    const hint = didYouMean(flag, Object.keys(release?.flags ?? {}));
    throw refusal(
      scope,
      `environments/${environment.name}/release.yaml has no flag "${flag}" for app "${app}".${hint}`,
      `add it under apps.${app}.flags.${flag}.`,
    );
  }
  return found;
}

function releaseOf(scope: HasNode): { app: string; environment: Environment; release: AppRelease | undefined } {
  const environment = environmentOf(scope);
  const app = appNameOf(scope);
  const apps = environment.release.apps;
  return { app, environment, release: Object.hasOwn(apps, app) ? apps[app] : undefined };
}
