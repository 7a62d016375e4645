import { defined } from '../model/defined';
import { deliveryName } from '../model/delivery-name';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { GitOps, SyncWindow } from '../model/gitops';
import type { JsonObject, JsonValue } from '../model/json';
import { didYouMean } from '../model/suggest';

/**
 * The windows of a project: those of the environment. A window of all apps is one of all Applications of the project,
 * those that the owner keeps itself too.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync_windows/
 */
export function syncWindowsOf(environment: Environment, { syncWindows = [] }: GitOps): JsonObject {
  if (syncWindows.length === 0) return {};
  return { syncWindows: syncWindows.map((window): JsonValue => windowOf(environment, window)) };
}

function windowOf(environment: Environment, { apps, ...window }: SyncWindow): JsonObject {
  const { kind, schedule, duration, timeZone, manualSync, description } = window;
  return {
    kind,
    schedule,
    duration,
    ...defined({ timeZone }),
    applications: apps === undefined ? ['*'] : apps.map((app) => applicationsOf(environment, app)),
    ...(manualSync === true ? { manualSync } : {}),
    ...defined({ description }),
  };
}

function applicationsOf(environment: Environment, app: string): string {
  return app === '*' ? '*' : deliveryName(environment, app);
}

/**
 * A window that names an app which is not there binds nothing.
 * @param names of all apps, also of those that this run leaves out
 * @throws ToolError SETTINGS
 */
export function requireAppsOfWindows(environment: Environment, names: readonly string[]): void {
  const problems = (environment.gitops?.syncWindows ?? []).flatMap(({ apps = [] }, index) =>
    apps
      .filter((app) => !app.includes('*') && !names.includes(app))
      .map(
        (app): Problem => ({
          path: `${environment.name} › gitops.syncWindows[${index}].apps`,
          message: `there is no app ${app}, so the window binds nothing of that name.${didYouMean(app, names)}`,
          fix: 'name an app of this project, or a pattern such as shop-*.',
        }),
      ),
  );
  if (problems.length > 0) throw new ToolError('SETTINGS', problems);
}
