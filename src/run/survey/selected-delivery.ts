import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { ARGOCD_APP, objectPath } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import { ADD_ONS_PROJECT, APPLICATION_SET, deliveryName } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { JsonValue } from '../../model/json';
import { isApplication, syncedApp } from '../../write/replaced-applications';
import type { Project } from './project';

/**
 * The paths of what root syncs for the loaded apps: their Applications, and the projects that those stand in. An
 * Application whose project is not there never syncs, so a run of some apps answers for both. Projects are written
 * from the owners' declarations alone, and every run writes the same bytes.
 */
export function selectedDelivery({ apps }: Project, environment: Environment): readonly string[] {
  const names = (kind: string, of: readonly string[]): readonly string[] =>
    [...new Set(of)].map((name) => pathOf(environment, kind, name));
  const definitions = apps.apps.map((app) => app.definition);
  const owners = definitions.map(({ owner }) => owner).filter((owner) => environment.owners[owner] !== undefined);
  const hasAddOns = owners.some((owner) => (environment.owners[owner]?.addOns ?? []).length > 0);
  return [
    ...applicationsOf(
      environment,
      definitions.map(({ name }) => name),
    ),
    ...names('AppProject', owners),
    ...(hasAddOns ? names('AppProject', [ADD_ONS_PROJECT]) : []),
  ];
}

/** The Applications of some apps, or the one set of them all. */
function applicationsOf(environment: Environment, apps: readonly string[]): readonly string[] {
  if (environment.gitops?.consumer === 'application-set') return [applicationSetPath(environment)];
  return [...new Set(apps)].map((name) => pathOf(environment, 'Application', name));
}

export function applicationSetPath(environment: Environment): string {
  return pathOf(environment, 'ApplicationSet', APPLICATION_SET);
}

function pathOf(environment: Environment, kind: string, name: string): string {
  const id = { group: ARGOCD_GROUP, kind, name: deliveryName(environment, name) };
  return objectPath(environment.name, ARGOCD_APP, id);
}

/**
 * Applications that sync a loaded app, and are called as no app is now: `gitops.id` was another. With the ones that are
 * rendered, two would hold one folder. One that cannot be read may be one of them.
 * @param paths of the output as it was
 * @param read reads what was at some paths
 */
export function formerApplications(
  { apps, selected }: Pick<Project, 'apps' | 'selected'>,
  paths: readonly string[],
  read: (paths: readonly string[]) => (path: string) => JsonValue | undefined,
): readonly string[] {
  const loaded = new Set(apps.apps.map(({ definition }) => definition.name));
  const now = new Set(selected.flatMap((one) => applicationsOf(one, apps.names)));
  const names = new Set(selected.map(({ name }) => name));
  const others = paths.filter((path) => isApplication(path) && names.has(placeOf(path).environment) && !now.has(path));
  const objectAt = read(others);
  return others.filter((path) => {
    const app = syncedApp(objectAt(path));
    return app === undefined || loaded.has(app);
  });
}
