import { controllerOf } from '../../knowledge/aws/addons/catalogue';
import type { Controller } from '../../knowledge/aws/controller';
import type { EksEnvironment } from '../../model/environment';
import { textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { addOnOfSource, sourcesOf } from './add-on-sources';
import { runsImage } from './runs-image';

interface Known {
  readonly environment: EksEnvironment;
  readonly objects: readonly RenderedObject[];
}

/** Whether facts tell that it is missing: only of what EKS has an add-on for, or what Auto Mode alone has, do they. */
export function isToldBy({ addOn, autoMode }: Controller, { facts }: EksEnvironment): boolean {
  if (facts === undefined) return false;
  return autoMode === 'only' ? facts.cluster.autoMode !== undefined : addOn !== undefined && facts.addOns !== undefined;
}

/** How one knows that it is there: a clause. */
export function providedBy(controller: Controller, { environment, objects }: Known): string | undefined {
  return (
    toldByCluster(controller, environment) ??
    toldByObjects(controller, objects) ??
    toldBySettings(controller, environment)
  );
}

function toldByCluster({ addOn, capability, autoMode }: Controller, { facts, compute, addOns }: EksEnvironment) {
  if (autoMode !== undefined && (facts?.cluster.autoMode ?? compute.autoMode)) return 'EKS Auto Mode has it built in';
  if (addOn !== undefined && facts?.addOns?.some(({ name }) => name === addOn)) return `add-on ${addOn} is installed`;
  if (addOn !== undefined && addOns.some(({ name }) => name === addOn)) return `the settings describe add-on ${addOn}`;
  if (capability === undefined || !facts?.capabilities?.some(({ type }) => type === capability)) return undefined;
  return `EKS runs the capability ${capability}`;
}

function toldByObjects(controller: Controller, objects: readonly RenderedObject[]): string | undefined {
  const renderer = objects.find((object) => isRun(controller, object));
  return renderer && `app ${renderer.app} installs it`;
}

function toldBySettings(controller: Controller, { external, compute, identity }: EksEnvironment): string | undefined {
  const { names, setting } = controller;
  const said = { 'compute.karpenter': compute.karpenter, 'identity.ack': identity.ack === true };
  if (setting !== undefined && said[setting]) return `the settings say ${setting}`;
  const found = external.find(
    ({ kind, name }) =>
      (INSTALLED.includes(kind) && names.includes(name)) || (kind === DEFINITION && isDefinedBy(controller, name)),
  );
  return found && `the settings declare ${found.kind} ${found.name}`;
}

/** Kinds whose objects carry the name of what is installed. */
const INSTALLED = ['Deployment', 'DaemonSet', 'StatefulSet', 'ServiceAccount', 'Application', 'HelmRelease'];
const DEFINITION = 'CustomResourceDefinition';

/** A workload that runs it, or an Application of its chart or its manifests. */
function isRun(controller: Controller, object: RenderedObject): boolean {
  const sources = sourcesOf(object);
  if (sources.length === 0) return runsImage(controller, object);
  return sources.some((source) => {
    const chart = textAt(source, 'chart')?.split('/').at(-1) ?? '';
    const addOn = addOnOfSource(source);
    return controller.names.includes(chart) || (addOn !== undefined && controllerOf(addOn) === controller);
  });
}

/** By `scaledobjects.keda.sh`, the name of a definition. */
function isDefinedBy({ needs: { groups = [], kinds = [] } }: Controller, name: string): boolean {
  const ofKinds = kinds.map((one) => one.split('/')).map(([group, kind = '']) => `${kind.toLowerCase()}s.${group}`);
  return ofKinds.includes(name) || groups.some((group) => name.endsWith(group.startsWith('.') ? group : `.${group}`));
}
