import { mirroredImage } from '../grammar/image';
import type { Environment } from './environment';
import { imageReference, type ReleasedImage } from './release';

/** An image by the name that nodes of the environment pull: of a mirror, where it says that its registry has one. */
export function pulledImage(image: string, environment: Environment): string {
  const mirrors = environment.platform === 'eks' ? environment.network.imageMirrors : undefined;
  return mirrors === undefined ? image : mirroredImage(image, mirrors);
}

/** The image of a release as the environment's nodes pull it. */
export function pulledReference(image: ReleasedImage, environment: Environment): string {
  return pulledImage(imageReference(image), environment);
}
