import { ARGOCD_APP } from '../knowledge/argocd/output-paths';
import { ADD_ONS_PROJECT, deliveryName, ROOT } from '../model/delivery-name';
import { controlPlaneOf, destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { GitOps } from '../model/gitops';
import { deepFreeze } from '../model/json';
import { by } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { addOnsProject } from './add-ons-project';
import { application, type DeliveredApp, namespaceOf } from './application';
import { lengthProblems } from './names';
import { appProject } from './project';

/**
 * What root syncs: one AppProject per declared owner, one for add-ons, one Application per app that rendered something.
 * An environment without `gitops` has none.
 * @throws ToolError SETTINGS with every name that is too long, and every app its project would refuse
 */
export function argocdObjects(environment: Environment, apps: readonly DeliveredApp[]): readonly RenderedObject[] {
  const { gitops } = environment;
  if (gitops === undefined) return [];
  const owners = Object.values(environment.owners).sort(by((owner) => owner.name));
  const sorted = [...apps].sort(by((app) => app.name));
  const addOns = addOnsProject(environment, gitops);
  const names = [
    ROOT,
    ...(addOns === undefined ? [] : [ADD_ONS_PROJECT]),
    ...owners.map((owner) => owner.name),
    ...sorted.map((app) => app.name),
  ];
  const problems = [
    ...lengthProblems(
      environment,
      names.map((name) => deliveryName(environment, name)),
    ),
    ...sorted.flatMap((app) => [...refusedByProject(environment, app), ...mixed(environment, gitops, app)]),
  ];
  if (problems.length > 0) throw new ToolError('SETTINGS', problems);
  const values = [
    ...owners.map((owner) => appProject(environment, gitops, owner)),
    ...(addOns === undefined ? [] : [addOns]),
    ...sorted.map((app) => application(environment, gitops, app)),
  ];
  const origin = { environment: environment.name, app: ARGOCD_APP };
  return values.map((value) =>
    renderedObject(deepFreeze(value), { ...origin, construct: `${ARGOCD_APP}/${String(value['kind'])}` }),
  );
}

/** A project must permit an Application's namespace, even where all objects of the app are cluster-scoped. */
function refusedByProject(environment: Environment, app: DeliveredApp): readonly Problem[] {
  const declared = environment.owners[app.owner]?.namespaces ?? [];
  if (namespaceOf(environment, app) !== undefined || declared.includes('*')) return [];
  const message = `app ${app.name} renders into no namespace, and owner ${app.owner} declares none by its full name (${declared.join(', ') || 'none'}). Argo CD judges an Application by its namespace too and would refuse this one.`;
  const fix = `declare one namespace without * for ${app.owner} in environments/defaults.yaml.`;
  return [{ path: environment.name, message, fix }];
}

/** Everything of one app goes to one cluster. */
function mixed(environment: Environment, gitops: GitOps, { name, applications }: DeliveredApp): readonly Problem[] {
  if (applications !== 'some') return [];
  const [own, target] = [controlPlaneOf(gitops), destinationOf(gitops.destination)].map((one) => JSON.stringify(one));
  if (own === target) return [];
  const message = `app ${name} renders Applications of add-ons beside other objects. Argo CD runs on another cluster, reads Applications there alone, and sends all objects of an app to one cluster.`;
  return [{ path: environment.name, message, fix: 'render the add-ons in an app of their own.' }];
}
