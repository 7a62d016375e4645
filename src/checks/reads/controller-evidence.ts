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

/** How one knows that it is there. */
export function providedBy(controller: Controller, { environment, objects }: Known): string | undefined {
  const { facts } = environment;
  const { addOn, capability, autoMode, names } = controller;
  const hasAutoMode = facts?.cluster.autoMode ?? environment.compute.autoMode;
  if (autoMode !== undefined && hasAutoMode) return 'EKS Auto Mode has it built in';
  if (addOn !== undefined && facts?.addOns?.some(({ name }) => name === addOn)) return `add-on ${addOn} is installed`;
  if (capability !== undefined && facts?.capabilities?.some(({ type }) => type === capability))
    return `EKS runs the capability ${capability}`;
  const renderer = objects.find((object) => isRun(controller, object));
  if (renderer !== undefined) return `app ${renderer.app} installs it`;
  const external = environment.external.find(({ name }) => names.includes(name) || definesKindOf(controller, name));
  return external === undefined ? undefined : `the settings declare ${external.kind} ${external.name}`;
}

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

/** `scaledobjects.keda.sh`, the name of a definition. */
function definesKindOf({ needs: { groups = [], kinds = [] } }: Controller, name: string): boolean {
  const owned = [...groups, ...(kinds.length > 0 ? ['argoproj.io'] : [])];
  if (!name.includes('.')) return false;
  return owned.some((group) => name.endsWith(group.startsWith('.') ? group : `.${group}`));
}
