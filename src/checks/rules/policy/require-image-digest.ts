import { describeIdentity } from '../../../model/identity';
import { textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { Rule } from '../../engine/rule';

/** A tag can be moved to another image after the review; a digest cannot. Said in production. */
export const requireImageDigest: Rule = {
  id: 'policy/require-image-digest',
  severity: 'warning',
  summary: 'In production every image is named by its digest.',
  see: 'Kubernetes: images, digests',
  check({ environment, templates }, report) {
    if (environment.tier !== 'production') return;
    for (const template of templates) {
      for (const { container, path } of containersOf(template)) {
        const image = textAt(container, 'image');
        if (image === undefined || image.includes('@sha256:')) continue;
        report({
          object: template.owner,
          path: [...path, 'image'],
          found: image,
          wanted: `${image}@sha256:…`,
          message: `${describeIdentity(template.owner)} runs ${image} without a digest: whoever can push the tag changes production without a commit.`,
          fix: `read the digest from the registry and write it into environments/${environment.name}/release.yaml.`,
        });
      }
    }
  },
};
