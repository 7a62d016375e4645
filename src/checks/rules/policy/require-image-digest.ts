import { textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule } from '../../engine/rule';

export const requireImageDigest: PodRule = {
  id: 'policy/require-image-digest',
  severity: 'warning',
  summary: 'In production every image is named by its digest.',
  why: 'A tag can be moved to another image after the review; a digest cannot. In production, what was reviewed is then what runs.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  checkPod(template, { environment }, tell) {
    if (environment.tier !== 'production') return;
    for (const { container, path } of containersOf(template)) {
      const image = textAt(container, 'image');
      if (image === undefined || image.includes('@sha256:')) continue;
      tell({
        path: [...path, 'image'],
        found: image,
        wanted: `${image}@sha256:…`,
        what: `it runs ${image} without a digest. Everyone who can push the tag can change production without a commit.`,
        fix: `read the digest from the registry and write it into environments/${environment.name}/release.yaml.`,
      });
    }
  },
};
