import { imageRegistry } from '../../../grammar/image';
import { ecrRegion } from '../../../knowledge/aws/registries';
import { textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule } from '../../engine/rule';

export const banPublicImage: PodRule = {
  id: 'eks/ban-public-image',
  severity: 'error',
  summary: 'Pods of a private cluster run images that its nodes can reach.',
  why: 'Nothing leads out of the VPC of a private cluster. An image of a public registry is asked for until the Pod gives up: it stays in ImagePullBackOff, often only on the first node that does not have the image yet.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
  ],
  checkPod(template, { environment }, tell) {
    if (environment.platform !== 'eks' || environment.network.private !== true) return;
    const { region, name, network, accountId, partition } = environment;
    for (const { container, path } of containersOf(template)) {
      const image = textAt(container, 'image');
      if (image === undefined) continue;
      const registry = imageRegistry(image);
      const home = ecrRegion(registry);
      if (home === region || network.imageRegistries?.includes(registry) === true) continue;
      const ecr = `${accountId}.dkr.ecr.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
      const what =
        home === undefined
          ? `it runs ${image} of ${registry}, and environment ${name} is private: no node reaches that registry, and the Pod stays in ImagePullBackOff.`
          : `it runs ${image} of ECR in ${home}, and environment ${name} is private: the VPC endpoints of ECR lead to ${region} alone, and the Pod stays in ImagePullBackOff.`;
      tell({
        path: [...path, 'image'],
        found: registry,
        wanted: ecr,
        what,
        fix:
          home === undefined
            ? `push it to ${ecr}, or pull it through a cache there, and name that: in network.imageMirrors of the environment once for all images of ${registry} that constructs and releases write. A mirror elsewhere that the nodes reach goes into network.imageRegistries too.`
            : `replicate it to ${ecr}, and name that.`,
      });
    }
  },
};
