import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import type { EksEnvironment } from '../../../model/environment';
import { listed } from '../../../model/lists';
import { fitOf } from '../../../model/placement/node-fit';
import { asksForHybrid, nodeSelectionOf } from '../../../model/placement/node-selection';
import { bestOf, verdictOf } from '../../../model/placement/node-verdict';
import { podRequestsOf } from '../../../model/placement/pod-requests';
import { untolerated } from '../../../model/placement/tolerations';
import { type World, worldOf } from '../../../model/placement/world';
import type { PodTemplate } from '../../../model/pod-spec';
import type { ObjectIndex } from '../../engine/object-index';
import type { PodRule } from '../../engine/rule';

export const noUnplaceablePod: PodRule = {
  id: 'eks/no-unplaceable-pod',
  severity: 'error',
  summary: 'Some nodes that Pods may run on are large enough for what a Pod requests.',
  why: 'A Pod that requests more than any node has stays Pending for ever, and no autoscaler helps: none of its instance types would do. What a node has for Pods is less than its type says, since the kubelet keeps a part of the CPUs and of the memory.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html',
    'https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/#node-allocatable',
  ],
  checkPod(template, { environment, index }, tell) {
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const { fargateProfiles } = environment.compute;
    if (fargateProfileFor(fargateProfiles, template.owner.namespace ?? '', template.labels) !== undefined) return;
    if (asksForHybrid(nodeSelectionOf(template))) return;
    const answers = answersOf(template, worldFor(environment, index));
    if (answers.length === 0 || answers.some(({ fit }) => fit.verdict === 'yes')) return;
    const open = answers.filter(({ fit }) => fit.verdict === 'unknown');
    // Of instances whose size nobody knows nothing is said.
    if (open.some(({ fit }) => fit.isClose !== true)) return;
    const { cpu, memoryGiB } = podRequestsOf(template, index);
    const asked = `${Number(cpu.toFixed(3))} CPUs and ${Number(memoryGiB.toFixed(2))} GiB`;
    const nodes = listed(answers.map(({ source, fit }) => `${source.name}: ${fit.reason ?? ''}`));
    const path = [...template.path, 'spec'];
    const fix = 'request less, or let larger instance types take the Pods.';
    if (open.length === 0) {
      const what = `a Pod requests ${asked}, and none of the nodes that it may run on has as much for Pods (${nodes}), so its Pods stay Pending.`;
      tell({ path, found: asked, what, fix });
      return;
    }
    const what = `a Pod requests ${asked}, and whether a node that it may run on has as much left is not known (${nodes}). Without it, its Pods stay Pending.`;
    tell({ path, found: asked, what, fix, severity: 'unknown' });
  },
};

/** Of the nodes whose labels and taints suit the Pods; the others are told of by `eks/no-missing-node`. */
function answersOf(template: PodTemplate, world: World) {
  const alternatives = nodeSelectionOf(template);
  const requests = podRequestsOf(template, world.lookup);
  return world.sources
    .filter((source) => bestOf(alternatives.map((all) => verdictOf(all, source))) !== 'no')
    .filter(({ taints }) => untolerated(taints, template).length === 0)
    .map((source) => ({ source, fit: fitOf(source, { template, requests, pods: ONE }, alternatives, world) }));
}

const ONE = { min: 1, max: 1 };

const WORLDS = new WeakMap<ObjectIndex, World>();

/** Made once for all Pods of an environment. */
function worldFor(environment: EksEnvironment, index: ObjectIndex): World {
  const known = WORLDS.get(index) ?? worldOf(environment, index, index.templates);
  WORLDS.set(index, known);
  return known;
}
