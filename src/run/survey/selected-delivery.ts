import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { ARGOCD_APP, objectPath } from '../../knowledge/argocd/output-paths';
import { deliveryName } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { Project } from './project';

/**
 * The paths of what root syncs for the loaded apps: their Applications, and the projects that those stand in. An
 * Application whose project is not there never syncs, so a run of some apps answers for both. Projects are written
 * from the owners' declarations alone, and every run writes the same bytes.
 */
export function selectedDelivery({ apps }: Project, environment: Environment): readonly string[] {
  const names = (kind: string, of: readonly string[]): readonly string[] =>
    [...new Set(of)].map((name) =>
      objectPath(environment.name, ARGOCD_APP, {
        group: ARGOCD_GROUP,
        kind,
        name: deliveryName(environment, name),
      }),
    );
  const definitions = apps.apps.map((app) => app.definition);
  const owners = definitions.map(({ owner }) => owner).filter((owner) => environment.owners[owner] !== undefined);
  return [
    ...names(
      'Application',
      definitions.map(({ name }) => name),
    ),
    ...names('AppProject', owners),
  ];
}
