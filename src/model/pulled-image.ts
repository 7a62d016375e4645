import { mirroredImage } from '../grammar/image';
import type { Environment } from './environment';
import type { ReleasedImage } from './release';

/** An image by the name that nodes of the environment pull: of a mirror, where it says that its registry has one. */
export function pulledImage(image: string, environment: Environment): string {
  const mirrors = environment.platform === 'eks' ? environment.network.imageMirrors : undefined;
  return mirrors === undefined ? image : mirroredImage(image, mirrors);
}

/** `repository:tag@digest`, or `repository:tag` where the digest is unknown; as the environment's nodes pull it. */
export function imageReference(image: ReleasedImage, environment: Environment): string {
  const digest = image.digest === undefined ? '' : `@${image.digest}`;
  return pulledImage(`${image.repository}:${image.tag}${digest}`, environment);
}
