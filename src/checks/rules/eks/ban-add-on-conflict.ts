import type { AddOnName } from '../../../knowledge/aws/addons/add-on';
import { ADD_ONS, addOnTitle, controllerOf } from '../../../knowledge/aws/addons/catalogue';
import type { EksEnvironment } from '../../../model/environment';
import type { WholeRule } from '../../engine/rule';
import { type Installed, installedAddOns, judgedAddOns } from '../../reads/installed-add-ons';

export const banAddOnConflict: WholeRule = {
  id: 'eks/ban-add-on-conflict',
  severity: 'warning',
  summary: 'No two add-ons are installed that get in each other’s way.',
  why: 'Some add-ons act on the same nodes or read the same metrics: they undo each other, or everything is paid for twice.',
  see: ['https://karpenter.sh/v1.14/getting-started/migrating-from-cas/'],
  checkAll({ judged, objects, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    const installed = installedAddOns(environment, objects);
    for (const { addOn, object } of judgedAddOns(installed, judged)) {
      for (const { addOn: other, why } of ADD_ONS[addOn].conflicts ?? []) {
        const how = knownBy(other, environment, installed);
        if (how === undefined) continue;
        tellOf(object)({
          path: [],
          what: `it installs ${addOnTitle(addOn)} beside ${addOnTitle(other)} (${how}): ${why}.`,
          fix: 'remove one of the two.',
        });
      }
    }
  },
};

function knownBy(name: AddOnName, { compute }: EksEnvironment, installed: Installed): string | undefined {
  const how = installed.get(name)?.[0]?.how;
  if (how !== undefined) return how;
  return controllerOf(name).setting === 'compute.karpenter' && compute.karpenter
    ? 'the settings say compute.karpenter'
    : undefined;
}
