import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { LARGEST_FARGATE, LARGEST_FARGATE_STORAGE_GIB } from '../../../knowledge/aws/fargate-sizes';
import { fargateText } from '../../../model/fargate-size';
import { at, type FieldPath, type JsonObject, listAt, mapAt } from '../../../model/json';
import { fargateSizingOf, requestedOf } from '../../../model/placement/pod-request';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { ObjectIndex } from '../../engine/object-index';
import type { CheckContext, PodRule } from '../../engine/rule';
import { fargateIdentity } from '../../reads/fargate-identity';
import { type FargateRefusal, fargateVolumes } from '../../reads/fargate-volumes';

export const banFargatePod: PodRule = {
  id: 'eks/ban-fargate-pod',
  severity: 'error',
  summary: 'Pods that a Fargate profile selects ask for nothing that Fargate refuses.',
  why: 'A Fargate profile catches a Pod when it is created, by namespace and labels. If the Pod asks for something that Fargate does not have, it stays Pending, and nodes with free room do not take it.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  ],
  checkPod(template, context, tell) {
    const { environment } = context;
    if (environment.platform !== 'eks' || environment.compute.fargateProfiles.length === 0) return;
    const namespace = template.owner.namespace ?? '';
    const profile = fargateProfileFor(environment.compute.fargateProfiles, namespace, template.labels);
    if (profile === undefined) return;
    const identity = fargateIdentity(template, context.index, profile);
    if (identity !== undefined) tell(identity);
    for (const { path, what, fix } of refusals(template, context)) {
      tell({
        path,
        what: `Fargate profile "${profile.name}" catches its Pods, and Fargate refuses ${what}. They stay Pending.`,
        fix,
      });
    }
  },
};

function refusals(template: PodTemplate, context: CheckContext): readonly FargateRefusal[] {
  const spec = [...template.path, 'spec'];
  const found: FargateRefusal[] = [];
  const add: Add = (path, what, fix = 'leave it out, or run the Pod on nodes.') => found.push({ path, what, fix });
  if (template.owner.kind === 'DaemonSet') add([], 'DaemonSets', 'run it as a sidecar of the Pods that need it.');
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
    if (at(template.spec, field) === true) add([...spec, field], field);
  for (const { container, path } of containersOf(template)) judgeContainer(container, path, add);
  found.push(...fargateVolumes(template, context));
  const architecture = at(template.spec, 'nodeSelector', 'kubernetes.io/arch');
  if (architecture === 'arm64') add([...spec, 'nodeSelector'], 'arm64', 'use an amd64 image, or run the Pod on nodes.');
  if (at(template.spec, 'nodeSelector', 'kubernetes.io/os') === 'windows') add([...spec, 'nodeSelector'], 'Windows');
  judgeSize(template, context.index, add);
  return found;
}

function judgeSize(template: PodTemplate, index: ObjectIndex, add: Add): void {
  const path = [...template.path, 'spec'];
  const { requested, billed } = fargateSizingOf(template, index);
  if (billed === undefined) {
    const most = fargateText(LARGEST_FARGATE);
    const what = `${fargateText(requested)}: with the 256 MiB that it adds, a Pod gets at most ${most}`;
    add(path, what, 'request less, or run the Pod on nodes.');
  }
  const storageGiB = requestedOf(template, 'ephemeral-storage', index) / 2 ** 30;
  if (storageGiB > LARGEST_FARGATE_STORAGE_GIB) {
    const what = `${Number(storageGiB.toFixed(1))} GiB of ephemeral storage: a Pod gets at most ${LARGEST_FARGATE_STORAGE_GIB}`;
    add(path, what, 'request less, or mount an EFS volume.');
  }
}

type Add = (path: FieldPath, what: string, fix?: string) => void;

function judgeContainer(container: JsonObject, path: FieldPath, add: Add): void {
  if (at(container, 'securityContext', 'privileged') === true)
    add([...path, 'securityContext', 'privileged'], 'privileged containers');
  listAt(container, 'ports').forEach((port, i) => {
    if (at(port, 'hostPort') !== undefined || at(port, 'hostIP') !== undefined)
      add([...path, 'ports', i], 'ports of the host');
  });
  for (const list of ['limits', 'requests']) {
    const devices = Object.keys(mapAt(container, 'resources', list)).filter((name) => /gpu|neuron/.test(name));
    if (devices.length > 0) add([...path, 'resources', list], `accelerators (${devices.join(', ')})`);
  }
}
