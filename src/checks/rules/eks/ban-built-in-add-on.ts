import { ADD_ONS, addOnTitle } from '../../../knowledge/aws/addons/catalogue';
import { hasOtherNodes } from '../../../model/cluster/other-nodes';
import type { WholeRule } from '../../engine/rule';
import { installedAddOns, judgedAddOns } from '../../reads/installed-add-ons';

export const banBuiltInAddOn: WholeRule = {
  id: 'eks/ban-built-in-add-on',
  severity: 'warning',
  summary: 'On a cluster of EKS Auto Mode alone, nothing is installed that Auto Mode has built in.',
  why: 'Auto Mode runs the network, DNS, the driver for EBS, load balancers and Karpenter outside of its nodes. What is installed beside them finds no node, or acts on the same objects.',
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/automode.html'],
  checkAll({ judged, objects, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    if (!(environment.facts?.cluster.autoMode ?? environment.compute.autoMode) || hasOtherNodes(environment)) return;
    for (const { addOn, object } of judgedAddOns(installedAddOns(environment, objects), judged)) {
      const { autoMode } = ADD_ONS[addOn];
      if (autoMode === undefined) continue;
      tellOf(object)({
        path: [],
        what: `it installs ${addOnTitle(addOn)}, and EKS Auto Mode has built in ${autoMode}; there are no other nodes for it.`,
        fix: 'remove it, or silence this where you need what Auto Mode does not have.',
      });
    }
  },
};
