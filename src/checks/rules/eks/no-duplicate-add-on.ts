import { addOnTitle } from '../../../knowledge/aws/addons/catalogue';
import type { RuleFinding, WholeRule } from '../../engine/rule';
import { externalAddOn, type Installation, installedAddOns, judgedAddOns } from '../../reads/installed-add-ons';

export const noDuplicateAddOn: WholeRule = {
  id: 'eks/no-duplicate-add-on',
  severity: 'error',
  summary: 'An add-on is installed in one way: as an add-on of EKS, by an Application, or by rendered objects.',
  why: 'Two owners of one component undo each other: EKS applies its fields by force or gives up with a conflict, Argo CD heals what EKS has changed, and of two controllers both act on the same objects.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-field-management.html',
    'https://github.com/aws/amazon-vpc-cni-k8s/issues/2607',
  ],
  checkAll({ judged, objects, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    const installed = installedAddOns(environment, objects);
    for (const { addOn, way, object } of judgedAddOns(installed, judged)) {
      const other = installed.get(addOn)?.find((one) => one.way !== way);
      const outside = externalAddOn(addOn, environment);
      if (outside !== undefined) tellOf(object)(besideExternal(addOnTitle(addOn), outside));
      if (other === undefined) continue;
      tellOf(object)({
        path: [],
        what: `it installs ${addOnTitle(addOn)}, and ${other.how}: the two undo each other.`,
        fix: fixOf(other),
      });
    }
  },
};

/** The line may also name what this very app installs, so it is a warning. */
function besideExternal(title: string, outside: string): RuleFinding {
  return {
    path: [],
    severity: 'warning',
    what: `it installs ${title}, and the settings list ${outside} under \`external\`, by which somebody else installs it: where both do, the two undo each other.`,
    fix: 'install it in one way: remove the line from `external` in environment.yaml, also where it names what is installed here, or remove what installs it here.',
  };
}

function fixOf({ object }: Installation): string {
  return object === undefined
    ? 'remove one of the two: this one, or the add-on of EKS from addOns in environment.yaml and from the cluster.'
    : 'remove one of the two.';
}
