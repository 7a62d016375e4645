import type { Controller } from '../../knowledge/aws/controller';
import { CONTROLLERS } from '../../knowledge/aws/controllers';
import type { RenderedObject } from '../../model/rendered-object';
import { providedBy } from '../reads/controller-evidence';
import { neededBy } from '../reads/controller-needs';
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
  // Facts cannot say that something is missing for which EKS has no add-on.
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
