import { LONGEST_NAME } from '../knowledge/argocd/limits';
import { deliveryName } from '../model/delivery-name';
import type { Environment } from '../model/environment';
import type { Problem } from '../model/errors';
import type { RenderedObject } from '../model/rendered-object';

/** What the bootstrap file's project and Application are called; no app and no owner may take it. */
export const ROOT = 'root';

/** Names that Argo CD cannot hold. */
export function lengthProblems(environment: Environment, names: readonly string[]): readonly Problem[] {
  return [...new Set(names)]
    .filter((name) => name.length > LONGEST_NAME)
    .map((name) => ({
      path: environment.name,
      message: `the Argo CD name ${name} has ${name.length} characters; with label tracking it may have ${LONGEST_NAME}.`,
      fix: 'shorten the app’s, the owner’s or the environment’s name.',
    }));
}

/**
 * Applications, or projects, of several environments that one Argo CD would take for the same: app `eu-shop` in
 * `prod` and app `shop` in `prod-eu`, or an app that is called like the root. The last writer would win, and prune
 * what the other renders. Whether two environments share one Argo CD is not known here, so no two may share a name.
 */
export function nameCollisions(
  environments: readonly Environment[],
  objects: readonly Pick<RenderedObject, 'kind' | 'name' | 'environment'>[],
): readonly Problem[] {
  const taken = new Map<string, string>();
  for (const environment of environments) {
    if (environment.gitops === undefined) continue;
    for (const kind of ['Application', 'AppProject'])
      taken.set(`${kind} ${deliveryName(environment, ROOT)}`, `the root of ${environment.name}`);
  }
  const problems: Problem[] = [];
  for (const { kind, name, environment } of objects) {
    const other = taken.get(`${kind} ${name}`);
    if (other === undefined) taken.set(`${kind} ${name}`, `one in ${environment}`);
    else {
      const message = `the ${kind} ${name} is also ${other}; one Argo CD takes them for one object, and the last writer wins.`;
      problems.push({ path: environment, message, fix: 'rename the app, the owner or the environment.' });
    }
  }
  return problems;
}
