import type { Problems } from '../shared/problems';
import type { AddOnPlace } from './add-on-place';

/** It knows the scheduler of one version of Kubernetes. */
export function judgeAutoscalerImage(imageTag: string, place: AddOnPlace | undefined, problems: Problems): void {
  const minor = /^v?(\d+\.\d+)\./.exec(imageTag)?.[1];
  const { kubernetesVersion } = place?.environment ?? {};
  if (kubernetesVersion === undefined || minor === kubernetesVersion) return;
  problems.add(
    `imageTag is "${imageTag}", and the cluster runs Kubernetes ${kubernetesVersion}: it foresees what the scheduler of another version would do.`,
    `use a tag of v${kubernetesVersion}.`,
  );
}
