import { imageTag } from '../../../grammar/image';
import { textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule } from '../../engine/rule';

export const requireImageTag: PodRule = {
  id: 'policy/require-image-tag',
  severity: 'warning',
  summary: 'Every image says which one it is, by a tag other than latest or by its digest.',
  why: 'An image without a tag is the one called latest, which is another one after every push. Pods of one Deployment then run different code, and a restart or a new node changes what runs without a commit.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  checkPod(template, { environment }, tell) {
    // There, the rule about digests says it of all images.
    if (environment.tier === 'production') return;
    for (const { container, path } of containersOf(template)) {
      const image = textAt(container, 'image');
      if (image === undefined || image.includes('@')) continue;
      const tag = imageTag(image);
      if (tag !== undefined && tag !== 'latest') continue;
      tell({
        path: [...path, 'image'],
        found: image,
        what: `it runs ${image} ${tag === undefined ? 'without a tag, which means latest' : 'with a tag that moves'}. Each Pod runs what the registry holds when it starts, and a restart changes that without a commit.`,
        fix: 'name the version behind a colon, or take the image from release.yaml by releasedImage().',
      });
    }
  },
};
