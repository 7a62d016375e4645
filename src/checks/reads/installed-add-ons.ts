import type { AddOnName } from '../../knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, controllerOf } from '../../knowledge/aws/addons/catalogue';
import type { EksEnvironment } from '../../model/environment';
import type { RenderedObject } from '../../model/rendered-object';
import { addOnOfSource, sourcesOf } from './add-on-sources';
import { imagesOf } from './runs-image';

/** One way in which an add-on comes onto the cluster. */
export interface Installation {
  readonly addOn: AddOnName;
  /** Two of one way are one installation. */
  readonly way: string;
  /** A clause, such as `app ops installs it by Application argocd/prod-add-on-keda`. */
  readonly how: string;
  /** Absent where EKS installs it. */
  readonly object?: RenderedObject;
}

export type Installed = ReadonlyMap<AddOnName, readonly Installation[]>;

/** Several rules ask about the same objects. */
const known = new WeakMap<readonly RenderedObject[], readonly [EksEnvironment, Installed]>();

/** Every way in which each add-on of the catalogue is installed, by what settings, facts and objects show. */
export function installedAddOns(environment: EksEnvironment, objects: readonly RenderedObject[]): Installed {
  const before = known.get(objects);
  if (before?.[0] === environment) return before[1];
  const found = new Map<AddOnName, Installation[]>();
  const add = (one: Installation) => {
    const ways = found.get(one.addOn);
    if (ways === undefined) found.set(one.addOn, [one]);
    else ways.push(one);
  };
  for (const name of ADD_ON_NAMES) {
    const how = byEks(name, environment);
    if (how !== undefined) add({ addOn: name, way: 'eks', how });
  }
  for (const object of objects) for (const one of ofObject(object)) add(one);
  known.set(objects, [environment, found]);
  return found;
}

/** Kinds that somebody who installs an add-on makes of it, and that nobody would name for another reason. */
const INSTALLERS = ['Deployment', 'DaemonSet', 'StatefulSet', 'Application', 'HelmRelease'];

/** What the settings declare of an add-on as installed by somebody else: a clause, as the name of its object has it. */
export function externalAddOn(name: AddOnName, { external }: EksEnvironment): string | undefined {
  const { names } = controllerOf(name);
  const found = external.find((one) => INSTALLERS.includes(one.kind) && names.includes(one.name));
  return found && `${found.kind} ${found.namespace === undefined ? '' : `${found.namespace}/`}${found.name}`;
}

/** What is judged of it, each with the add-on that it installs. */
export function judgedAddOns(
  installed: Installed,
  judged: readonly RenderedObject[],
): readonly { readonly addOn: AddOnName; readonly way: string; readonly object: RenderedObject }[] {
  const own = new Set(judged);
  return [...installed.values()]
    .flat()
    .flatMap(({ addOn, way, object }) => (object !== undefined && own.has(object) ? [{ addOn, way, object }] : []));
}

function byEks(name: AddOnName, { addOns, facts }: EksEnvironment): string | undefined {
  const { addOn } = controllerOf(name);
  if (addOn === undefined) return undefined;
  if (addOns.some((one) => one.name === addOn)) return `the settings describe the EKS add-on ${addOn}`;
  return facts?.addOns?.some((one) => one.name === addOn)
    ? `the cluster has the EKS add-on ${addOn}, by facts.json`
    : undefined;
}

function ofObject(object: RenderedObject): readonly Installation[] {
  const { app, kind, namespace = '', name } = object;
  const sources = sourcesOf(object);
  if (sources.length > 0)
    return [...new Set(sources.flatMap((source) => addOnOfSource(source) ?? []))].map((addOn) => ({
      addOn,
      way: `Application ${namespace}/${name}`,
      how: `app ${app} installs it by Application ${namespace}/${name}`,
      object,
    }));
  const images = imagesOf(object);
  if (images.length === 0) return [];
  return ADD_ON_NAMES.filter((addOn) => images.some((one) => controllerOf(addOn).image?.test(one))).map((addOn) => ({
    addOn,
    way: `app ${app} in ${namespace}`,
    how: `app ${app} renders ${kind} ${namespace}/${name} of it`,
    object,
  }));
}
