import { accountIdentities } from '../../gitops/flux/owner-accounts';
import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { FLUX_APP, objectPath } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import { KUSTOMIZE_GROUP, SOURCE_GROUP } from '../../knowledge/flux/kinds';
import { isFlux, steeringApp } from '../../model/consumer';
import { ADD_ONS_PROJECT, APPLICATION_SET, deliveryName, SOURCE } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { JsonValue } from '../../model/json';
import { isApplication, syncedApp } from '../../write/replaced-applications';
import type { Project } from './project';

/**
 * The paths of what root syncs for the loaded apps: their Applications, and the projects that those stand in; or what
 * Flux has in their place. An
 * Application whose project is not there never syncs, so a run of some apps answers for both. Projects are written
 * from the owners' declarations alone, and every run writes the same bytes.
 */
export function selectedDelivery({ apps }: Project, environment: Environment): readonly string[] {
  const names = (kind: 'AppProject', of: readonly string[]): readonly string[] =>
    [...new Set(of)].map((name) => pathOf(environment, kind, name));
  const definitions = apps.apps.map((app) => app.definition);
  const owners = definitions.map(({ owner }) => owner).filter((owner) => environment.owners[owner] !== undefined);
  if (isFlux(environment.gitops))
    return [
      pathOf(environment, 'GitRepository', SOURCE),
      ...kustomizationsOf(
        environment,
        definitions.map(({ name }) => name),
      ),
      ...accountsOf(environment, owners),
    ];
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
  if (isFlux(environment.gitops)) return kustomizationsOf(environment, apps);
  if (environment.gitops?.consumer === 'application-set') return [applicationSetPath(environment)];
  return [...new Set(apps)].map((name) => pathOf(environment, 'Application', name));
}

export function applicationSetPath(environment: Environment): string {
  return pathOf(environment, 'ApplicationSet', APPLICATION_SET);
}

function kustomizationsOf(environment: Environment, apps: readonly string[]): readonly string[] {
  return [...new Set(apps)].map((name) => pathOf(environment, 'Kustomization', name));
}

/** The accounts of owners. Those that the settings do not want are not there to be written. */
function accountsOf(environment: Environment, owners: readonly string[]): readonly string[] {
  return [...new Set(owners)].flatMap((owner) =>
    accountIdentities(environment, owner).map((id) => objectPath(environment.name, FLUX_APP, id)),
  );
}

const GROUPS = {
  Application: ARGOCD_GROUP,
  ApplicationSet: ARGOCD_GROUP,
  AppProject: ARGOCD_GROUP,
  Kustomization: KUSTOMIZE_GROUP,
  GitRepository: SOURCE_GROUP,
} as const;

function pathOf(environment: Environment, kind: keyof typeof GROUPS, name: string): string {
  const id = { group: GROUPS[kind], kind, name: deliveryName(environment, name) };
  return objectPath(environment.name, steeringApp(environment), id);
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
