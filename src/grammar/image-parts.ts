import { IMAGE_REPOSITORY, imageTag, SHA256, wrongImage } from './image';

/** An image as `release.yaml` keeps it, in parts. */
export interface ImageParts {
  /** With its registry. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest?: string;
}

/** Takes `registry/path[:tag][@digest]` apart; or says why it cannot be released, as a part of a sentence. */
export function imageParts(image: string): ImageParts | { readonly wrong: string } {
  const wrong = wrongImage(image);
  if (wrong !== undefined) return { wrong };
  const [named = '', digest] = image.split('@');
  const tag = imageTag(named);
  const repository = tag === undefined ? named : named.slice(0, -tag.length - 1);
  if (!IMAGE_REPOSITORY.test(repository)) return { wrong: `"${repository}" does not name its registry in lower case` };
  if (digest !== undefined && !SHA256.test(digest)) return { wrong: `"${digest}" is not a digest of SHA-256` };
  return { repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
