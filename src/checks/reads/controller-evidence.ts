import type { Controller } from '../../knowledge/aws/controllers';
import type { EksEnvironment } from '../../model/environment';
import { listAt, mapAt, textAt } from '../../model/json';
import { containersOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

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

function toldByCluster({ addOn, capability, autoMode }: Controller, { facts, compute }: EksEnvironment) {
  if (autoMode !== undefined && (facts?.cluster.autoMode ?? compute.autoMode)) return 'EKS Auto Mode has it built in';
  if (addOn !== undefined && facts?.addOns?.some(({ name }) => name === addOn)) return `add-on ${addOn} is installed`;
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

/** A workload that runs it, or an Application of its chart. */
function isRun({ image, names }: Controller, object: RenderedObject): boolean {
  if (object.group === 'argoproj.io' && object.kind === 'Application') {
    const sources = [mapAt(object.value, 'spec', 'source'), ...listAt(object.value, 'spec', 'sources')];
    return sources.some((source) => names.includes(textAt(source, 'chart')?.split('/').at(-1) ?? ''));
  }
  const path = object.kind === 'Deployment' || object.kind === 'DaemonSet' || object.kind === 'StatefulSet';
  if (!path || image === undefined) return false;
  const spec = mapAt(object.value, 'spec', 'template', 'spec');
  return containersOf({ path: [], spec }).some(({ container }) => image.test(textAt(container, 'image') ?? ''));
}

/** By `scaledobjects.keda.sh`, the name of a definition. */
function isDefinedBy({ needs: { groups = [], kinds = [] } }: Controller, name: string): boolean {
  const ofKinds = kinds.map((one) => one.split('/')).map(([group, kind = '']) => `${kind.toLowerCase()}s.${group}`);
  return ofKinds.includes(name) || groups.some((group) => name.endsWith(group.startsWith('.') ? group : `.${group}`));
}
