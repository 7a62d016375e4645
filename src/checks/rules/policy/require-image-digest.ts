import type { Environment } from '../../../model/environment';
import { textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import { pulledReference } from '../../../model/pulled-image';
import { wantsDigests } from '../../../model/release';
import type { PodRule } from '../../engine/rule';

export const requireImageDigest: PodRule = {
  id: 'policy/require-image-digest',
  severity: 'warning',
  summary: 'In production every image is named by its digest.',
  why: 'A tag can be moved to another image after the review; a digest cannot. In production, what was reviewed is then what runs.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  checkPod(template, { environment }, tell) {
    if (!wantsDigests(environment)) return;
    for (const { container, path } of containersOf(template)) {
      const image = textAt(container, 'image');
      if (image === undefined || image.includes('@sha256:')) continue;
      tell({
        path: [...path, 'image'],
        found: image,
        wanted: `${image}@sha256:…`,
        what: `it runs ${image} without a digest. Everyone who can push the tag can change production without a commit.`,
        fix: fixFor(image, template.owner.app, environment),
      });
    }
  },
};

/** An image that a release names is pinned there; any other where it is written. */
function fixFor(image: string, app: string, environment: Environment): string {
  const { name, release } = environment;
  const images = Object.hasOwn(release.apps, app) ? Object.entries(release.apps[app]?.images ?? {}) : [];
  const [released] = images.find(([, one]) => pulledReference(one, environment) === image) ?? [];
  return released === undefined
    ? `read the digest from the registry and write ${image}@sha256:… where the image is named, or take it from release.yaml by releasedImage().`
    : `read the digest from the registry and write it as apps.${app}.images.${released}.digest into environments/${name}/release.yaml.`;
}
