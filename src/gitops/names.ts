import { LONGEST_NAME } from '../knowledge/argocd/limits';
import { isFlux } from '../model/consumer';
import { deliveryName, ROOT } from '../model/delivery-name';
import type { Environment } from '../model/environment';
import type { Problem } from '../model/errors';
import type { RenderedObject } from '../model/rendered-object';

/** A problem for each name that is too long for Argo CD or Flux. */
export function lengthProblems(environment: Environment, names: readonly string[]): readonly Problem[] {
  const isFor = isFlux(environment.gitops) ? FOR_FLUX : FOR_ARGOCD;
  return [...new Set(names)]
    .filter((name) => name.length > LONGEST_NAME)
    .map((name) => ({
      path: environment.name,
      message: `the ${isFor.tool} name ${name} has ${name.length} characters; ${isFor.why} it may have ${LONGEST_NAME}.`,
      fix: 'shorten the app’s, the owner’s or the environment’s name.',
    }));
}

const FOR_ARGOCD = { tool: 'Argo CD', why: 'with label tracking' } as const;
/** It labels each object of a Kustomization with its name. */
const FOR_FLUX = { tool: 'Flux', why: 'as the label of each object' } as const;

/**
 * A problem for each name that two Applications or two projects share: app `eu-shop` in `prod` and app `shop` in
 * `prod-eu`, or an app with the name of the root. In one Argo CD the last writer would win and prune the objects of the
 * other. Whether two environments share an Argo CD is not known here, so names must differ across all of them.
 */
export function nameCollisions(
  environments: readonly Environment[],
  objects: readonly Pick<RenderedObject, 'kind' | 'name' | 'environment'>[],
): readonly Problem[] {
  const taken = new Map<string, string>();
  for (const environment of environments) {
    if (environment.gitops === undefined) continue;
    for (const kind of ['Application', 'AppProject', 'Kustomization'])
      taken.set(`${kind} ${deliveryName(environment, ROOT)}`, `the root of ${environment.name}`);
  }
  const problems: Problem[] = [];
  for (const { kind, name, environment } of objects) {
    const other = taken.get(`${kind} ${name}`);
    if (other === undefined) taken.set(`${kind} ${name}`, `one in ${environment}`);
    else {
      const message = `the ${kind} ${name} is also ${other}; one ${kind === 'Kustomization' || kind === 'GitRepository' ? 'Flux' : 'Argo CD'} takes them for one object, and the last writer wins.`;
      problems.push({ path: environment, message, fix: 'rename the app, the owner or the environment.' });
    }
  }
  return problems;
}
