import { type FieldPath, listAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { ObjectIndex } from '../../engine/object-index';
import type { PodRule } from '../../engine/rule';

export const validVolumeMode: PodRule = {
  id: 'k8s/valid-volume-mode',
  severity: 'error',
  summary: 'A claim of a bare disk stands in volumeDevices, and one of a file system in volumeMounts.',
  why: 'The server takes a container that mounts a bare disk like a folder, or attaches a folder like a disk. The kubelet refuses, and the Pod waits in ContainerCreating.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support'],
  checkPod(template, { index }, tell) {
    const modes = modesOf(template, index);
    if (modes.size === 0) return;
    for (const { container, path } of containersOf(template)) {
      for (const { list, wanted, like, other } of PLACES)
        listAt(container, list).forEach((one, i) => {
          const name = textAt(one, 'name') ?? '';
          const found = modes.get(name);
          if (found === undefined || found === wanted) return;
          tell({
            path: [...path, list, i, 'name'] satisfies FieldPath,
            found,
            wanted,
            what: `a container ${like} volume "${name}", whose claim has volumeMode ${found}. The kubelet refuses, and the Pod waits in ContainerCreating.`,
            fix: `name it in \`${other}\`, or make the claim anew with \`volumeMode: ${wanted}\`.`,
          });
        });
    }
  },
};

const PLACES = [
  { list: 'volumeMounts', wanted: 'Filesystem', like: 'mounts', other: 'volumeDevices' },
  { list: 'volumeDevices', wanted: 'Block', like: 'attaches', other: 'volumeMounts' },
] as const;

/** The mode of each volume whose claim is known, by the volume's name. */
function modesOf(template: PodTemplate, index: ObjectIndex): ReadonlyMap<string, string> {
  const modes = new Map<string, string>();
  const namespace = template.owner.namespace ?? '';
  for (const volume of listAt(template.spec, 'volumes')) {
    const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (name === undefined) continue;
    const claim = index.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
    if (claim !== undefined) modes.set(textAt(volume, 'name') ?? '', modeOf(claim.value));
  }
  if (template.owner.kind === 'StatefulSet')
    for (const claim of listAt(template.owner.value, 'spec', 'volumeClaimTemplates'))
      modes.set(textAt(claim, 'metadata', 'name') ?? '', modeOf(claim));
  return modes;
}

function modeOf(claim: unknown): string {
  return textAt(claim, 'spec', 'volumeMode') ?? 'Filesystem';
}
