import { addOnTitle } from '../../../knowledge/aws/addons/catalogue';
import type { WholeRule } from '../../engine/rule';
import { type Installation, installedAddOns, judgedAddOns } from '../../reads/installed-add-ons';

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
      if (other === undefined) continue;
      tellOf(object)({
        path: [],
        what: `it installs ${addOnTitle(addOn)}, and ${other.how}: the two undo each other.`,
        fix: fixOf(other),
      });
    }
  },
};

function fixOf({ object }: Installation): string {
  return object === undefined
    ? 'remove one of the two: this one, or the add-on of EKS from addOns in environment.yaml and from the cluster.'
    : 'remove one of the two.';
}
