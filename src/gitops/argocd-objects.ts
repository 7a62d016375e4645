import type { Environment } from '../model/environment';
import { deepFreeze } from '../model/json';
import { by } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { application, type DeliveredApp } from './application';
import { appProject } from './project';

/**
 * What root syncs: one AppProject per declared owner, one Application per app that rendered something.
 * An environment without `gitops` has none.
 */
export function argocdObjects(environment: Environment, apps: readonly DeliveredApp[]): readonly RenderedObject[] {
  const { gitops } = environment;
  if (gitops === undefined) return [];
  const owners = Object.values(environment.owners).sort(by((owner) => owner.name));
  const values = [
    ...owners.map((owner) => appProject(environment, gitops, owner)),
    ...[...apps].sort(by((app) => app.name)).map((app) => application(environment, gitops, app)),
  ];
  const origin = { environment: environment.name, app: '_argocd' };
  return values.map((value) =>
    renderedObject(deepFreeze(value), { ...origin, construct: `_argocd/${String(value['kind'])}` }),
  );
}
