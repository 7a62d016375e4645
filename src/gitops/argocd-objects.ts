import { ARGOCD_APP } from '../knowledge/argocd/output-paths';
import { ADD_ONS_PROJECT, APPLICATION_SET, deliveryName, ROOT } from '../model/delivery-name';
import { controlPlaneOf, destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { GitOps } from '../model/gitops';
import { deepFreeze, type JsonObject } from '../model/json';
import { by } from '../model/order';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { addOnsProject } from './add-ons-project';
import { application, type DeliveredApp, namespaceOf } from './application';
import { applicationSet } from './application-set';
import { lengthProblems } from './names';
import { appProject } from './project';

/**
 * What root syncs: one AppProject per declared owner, one for add-ons, one Application per app that rendered something.
 * An environment without `gitops` has none.
 * @param others items of an ApplicationSet for apps that this run does not render
 * @throws ToolError SETTINGS with every name that is too long, and every app its project would refuse
 */
export function argocdObjects(
  environment: Environment,
  apps: readonly DeliveredApp[],
  others: readonly JsonObject[] = [],
): readonly RenderedObject[] {
  const { gitops } = environment;
  if (gitops === undefined) return [];
  const owners = Object.values(environment.owners).sort(by((owner) => owner.name));
  const sorted = [...apps].sort(by((app) => app.name));
  const addOns = addOnsProject(environment, gitops);
  const isSet = gitops.consumer === 'application-set';
  const names = [
    ROOT,
    ...(isSet ? [APPLICATION_SET] : []),
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
    ...(isSet
      ? [applicationSet(environment, gitops, sorted, others)]
      : sorted.map((app) => application(environment, gitops, app))),
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
  const isSet = gitops.consumer === 'application-set';
  if (applications === undefined || (applications === 'all' && !isSet)) return [];
  const [own, target] = [controlPlaneOf(gitops), destinationOf(gitops.destination)].map((one) => JSON.stringify(one));
  if (own === target) return [];
  if (isSet) {
    const message = `app ${name} renders Applications of add-ons. Argo CD runs on another cluster and reads them there alone, and an ApplicationSet sends all apps to one cluster.`;
    return [{ path: environment.name, message, fix: 'set `gitops.consumer: applications`.' }];
  }
  const message = `app ${name} renders Applications of add-ons beside other objects. Argo CD runs on another cluster, reads Applications there alone, and sends all objects of an app to one cluster.`;
  return [{ path: environment.name, message, fix: 'render the add-ons in an app of their own.' }];
}
