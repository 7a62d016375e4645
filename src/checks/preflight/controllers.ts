import { CONTROLLERS, type Controller } from '../../knowledge/aws/controllers';
import { listAt, mapAt, textAt } from '../../model/json';
import { containersOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { neededBy } from './controller-needs';
import { type Judged, ok, type PreflightCheck, type PreflightContext, problem, unknown } from './preflight-check';

export const controllers: PreflightCheck = {
  id: 'controllers',
  asks: 'Each controller and driver that rendered objects need is on the cluster.',
  needs: [],
  fine: 'nothing that is rendered needs a controller.',
  judge(context) {
    return Object.values<Controller>(CONTROLLERS).flatMap((controller): readonly Judged[] => {
      const needing = context.objects.filter((object) => neededBy(controller.needs, object));
      return needing.length === 0 ? [] : [judgeController(controller, needing, context)];
    });
  },
};

function judgeController(
  controller: Controller,
  needing: readonly RenderedObject[],
  context: PreflightContext,
): Judged {
  const { title, without, addOn, capability, autoMode, names } = controller;
  const provided = providedBy(controller, context);
  if (provided !== undefined)
    return ok(title, `${provided}; ${placesOf(needing)} ${needing.length === 1 ? 'needs' : 'need'} it.`);
  const message = `${placesOf(needing)} ${needing.length === 1 ? 'needs' : 'need'} ${title}, which no facts, settings or rendered objects show: without it, ${without}.`;
  if (autoMode === 'only')
    return problem(title, message, 'turn EKS Auto Mode on, or render what the controllers of your own look at.');
  const declare = `declare an object of it, named ${names[0] ?? title}, under \`external\` in environment.yaml where something else installs it.`;
  const { addOns, capabilities } = context.facts;
  // Of what EKS has no add-on for, facts can say that it is there by no means, and not that it is missing.
  if (addOn !== undefined)
    return addOns === undefined
      ? unknown(title, message, `let \`facts refresh\` read the add-ons, or ${declare}`)
      : problem(title, message, `install the add-on ${addOn}, or ${declare}`);
  if (capability !== undefined && capabilities !== undefined)
    return unknown(title, message, `make the capability ${capability} of EKS, or ${declare}`);
  return unknown(title, message, `install it, or ${declare}`);
}

const SHOWN = 2;

function placesOf(objects: readonly RenderedObject[]): string {
  const places = objects.map(
    ({ kind, namespace, name }) => `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
  );
  const more = places.length - SHOWN;
  const shown = places.slice(0, SHOWN);
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}

/** How one knows that it is there. */
function providedBy(controller: Controller, { environment, facts, objects }: PreflightContext): string | undefined {
  const { addOn, capability, autoMode, names } = controller;
  const hasAutoMode = facts.cluster.autoMode ?? environment.compute.autoMode;
  if (autoMode !== undefined && hasAutoMode) return 'EKS Auto Mode has it built in';
  if (addOn !== undefined && facts.addOns?.some(({ name }) => name === addOn)) return `add-on ${addOn} is installed`;
  if (capability !== undefined && facts.capabilities?.some(({ type }) => type === capability))
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
