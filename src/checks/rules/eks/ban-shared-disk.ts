import { at, listAt, textAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { CheckContext, PodRule } from '../../engine/rule';
import { servedVolumes } from '../../reads/volumes';

export const banSharedDisk: PodRule = {
  id: 'eks/ban-shared-disk',
  severity: 'warning',
  summary: 'Pods that run at the same time do not share a disk of EBS.',
  why: 'EBS attaches a disk to one node. A second Pod on another node waits in ContainerCreating with "Multi-Attach error", which also happens in every rolling update of a Deployment whose Pod has a disk.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/faq.md',
  ],
  checkPod(template, context, tell) {
    const together = togetherOf(template);
    if (together === undefined) return;
    listAt(template.spec, 'volumes').forEach((volume, i) => {
      const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
      if (name === undefined || !isDisk(name, template.owner.namespace ?? '', context)) return;
      tell({
        path: [...template.path, 'spec', 'volumes', i, 'persistentVolumeClaim', 'claimName'],
        found: name,
        what: `${together.what} claim "${name}", a disk of EBS, which is attached to one node. On another node a Pod waits with "Multi-Attach error".`,
        fix: together.fix,
      });
    });
  },
};

interface Together {
  /** The beginning of a sentence that ends with the claim. */
  readonly what: string;
  readonly fix: string;
}

const EACH_ITS_OWN = 'give each Pod a disk of its own (claim templates of a StatefulSet), or use a class of EFS.';

/** How Pods of the template come to run at the same time; undefined where they do not. */
function togetherOf({ owner: { kind, value } }: PodTemplate): Together | undefined {
  if (kind === 'DaemonSet') return { what: 'the Pods of all nodes share', fix: EACH_ITS_OWN };
  const count = at(value, 'spec', kind === 'Job' ? 'parallelism' : 'replicas');
  if (typeof count === 'number' && count > 1) return { what: `its ${count} Pods share`, fix: EACH_ITS_OWN };
  if (kind !== 'Deployment' || count === 0) return undefined;
  const isRecreated = at(value, 'spec', 'strategy', 'type') === 'Recreate';
  const surge = at(value, 'spec', 'strategy', 'rollingUpdate', 'maxSurge');
  if (isRecreated || surge === 0 || surge === '0%') return undefined;
  return {
    what: 'a rollout starts the new Pod while the old one holds',
    fix: 'set `strategy: { type: Recreate }`, or use a StatefulSet.',
  };
}

/** Whether a claim is a disk that nobody else can mount; shared bare disks are asked for by their access mode. */
function isDisk(name: string, namespace: string, context: CheckContext): boolean {
  const claim = context.index.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
  if (claim === undefined) return false;
  return servedVolumes(claim, context).some(
    ({ kind, spec }) => kind === 'ebs' && !listAt(spec, 'accessModes').includes('ReadWriteMany'),
  );
}
