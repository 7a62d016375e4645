import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { listed } from '../../../model/lists';
import { devicesOf, mayHaveDevice } from '../../../model/placement/devices';
import { asksForHybrid, nodeSelectionOf } from '../../../model/placement/node-selection';
import { nodeSourcesOf } from '../../../model/placement/node-sources';
import type { PodRule } from '../../engine/rule';

export const noMissingAccelerator: PodRule = {
  id: 'eks/no-missing-accelerator',
  severity: 'warning',
  summary: 'Some nodes of the environment may have the devices that Pods ask for.',
  why: 'A Pod that asks for a GPU or a Neuron device starts only on instances that have one. Where every node group and every NodePool leaves those instances out, it stays Pending, and nothing else says so.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/device-management.html',
    'https://karpenter.sh/docs/concepts/scheduling/#acceleratorsgpu-resources',
  ],
  checkPod(template, { environment, index }, tell) {
    // A DaemonSet follows the nodes that there are.
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const asked = devicesOf(template);
    if (asked.length === 0 || asksForHybrid(nodeSelectionOf(template))) return;
    const { fargateProfiles } = environment.compute;
    if (fargateProfileFor(fargateProfiles, template.owner.namespace ?? '', template.labels) !== undefined) return;
    const sources = nodeSourcesOf(environment, index);
    if (sources.length === 0) return;
    for (const { accelerator, path } of asked) {
      if (sources.some((source) => mayHaveDevice(source, accelerator))) continue;
      const { resource, categories } = accelerator;
      tell({
        path,
        found: resource,
        what: `it asks for ${resource}, and no nodes of environment ${environment.name} are instances that have it: ${listed(sources.map(({ name }) => name))} leave them out. Its Pods stay Pending.`,
        fix: `let a NodePool or a node group take instances of category ${categories.join(' or ')}, or leave the workload out in this environment.`,
      });
    }
  },
};
