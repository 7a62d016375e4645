import type { Controller } from '../../../knowledge/aws/controller';
import { CONTROLLERS } from '../../../knowledge/aws/controllers';
import type { WholeRule } from '../../engine/rule';
import { isToldBy, providedBy } from '../../reads/controller-evidence';
import { neededBy } from '../../reads/controller-needs';

export const noMissingController: WholeRule = {
  id: 'eks/no-missing-controller',
  severity: 'warning',
  summary: 'The add-on that an object needs is on the cluster, by the last reading of it.',
  why: 'An object whose controller or driver is not there is applied, and nothing comes of it: claims stay Pending, nothing is scaled, no certificate is issued. It speaks where facts.json holds the add-ons, and of what EKS has an add-on for; `preflight` tells the rest.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html',
  ],
  checkAll({ objects, judged, environment }, tellOf) {
    if (environment.platform !== 'eks' || environment.facts === undefined) return;
    for (const controller of Object.values<Controller>(CONTROLLERS)) {
      if (!isToldBy(controller, environment)) continue;
      const needing = judged.filter((object) => neededBy(controller.needs, object));
      if (needing.length === 0 || providedBy(controller, { environment, objects }) !== undefined) continue;
      const { title, without, addOn, names } = controller;
      const install = addOn === undefined ? `turn on ${title}` : `install the add-on ${addOn}`;
      const declare = `declare an object of it, such as one named ${names[0]}, under \`external\` in environment.yaml`;
      for (const object of needing)
        tellOf(object)({
          path: [],
          what: `it needs ${title}, which the cluster does not have by facts.json: ${without}.`,
          fix: `${install}${names.length === 0 ? '' : `, or ${declare}`}; then run \`cdk8s-eks facts refresh ${environment.name}\`.`,
        });
    }
  },
};
