/**
 * Image references as the kubelet reads them: `[host[:port]/]path[:tag][@digest]`.
 * @see https://github.com/distribution/reference/blob/v0.6.0/normalize.go (ParseNormalizedNamed)
 */
const LABEL = '[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = new RegExp(`^(${LABEL}(\\.${LABEL})*|\\[[A-Fa-f0-9:]+\\])(:\\d+)?$`);
const NAME_PART = '[a-z0-9]+((\\.|_{1,2}|-+)[a-z0-9]+)*';
const PART = new RegExp(`^${NAME_PART}$`);
export const TAG = /^\w[\w.-]{0,127}$/;
export const SHA256 = /^sha256:[0-9a-f]{64}$/;
const DIGEST = /^(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
const LOWER = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
/** A repository with its registry, in lower case, without tag and digest. */
export const IMAGE_REPOSITORY = new RegExp(
  `^((localhost|${LOWER}(\\.${LOWER})+)(:\\d+)?|${LOWER}:\\d+)(\\/${NAME_PART})+$`,
);
const LONGEST_PATH = 255;
/** A runtime takes a name of this form for the id of an image. */
const ID = /^[0-9a-f]{64}$/;

/** Why a container runtime cannot read an image, as a part of a sentence; undefined when it can. */
export function wrongImage(image: string): string | undefined {
  if (image === '') return 'it is empty';
  if (ID.test(image)) return 'it is an id, which no registry knows';
  const at = image.indexOf('@');
  const named = at < 0 ? image : image.slice(0, at);
  if (at >= 0 && !DIGEST.test(image.slice(at + 1)))
    return `"${image.slice(at + 1)}" is not a digest such as sha256:<64 hex digits>`;
  const tag = imageTag(named);
  if (tag !== undefined && !TAG.test(tag)) return `"${tag}" is not a tag`;
  return wrongRepository(tag === undefined ? named : named.slice(0, -tag.length - 1));
}

/** The tag of an image that can be read; undefined where it has none. A colon before the last slash begins a port. */
export function imageTag(image: string): string | undefined {
  const [named = ''] = image.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return colon < 0 ? undefined : named.slice(colon + 1);
}

/** The registry of an image: what stands before the first slash where that is a host, else Docker Hub. */
export function imageRegistry(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  return isRegistry(first) ? first : 'docker.io';
}

/**
 * An image as a mirror of its registry has it: under the mirror's prefix instead of the registry's host.
 * @param mirrors prefixes such as `mirror.example.com/hub`, by registry
 */
export function mirroredImage(image: string, mirrors: Readonly<Record<string, string>>): string {
  const registry = imageRegistry(image);
  const mirror = Object.hasOwn(mirrors, registry) ? mirrors[registry] : undefined;
  if (mirror === undefined) return image;
  if (image.startsWith(`${registry}/`)) return `${mirror}/${image.slice(registry.length + 1)}`;
  // Docker Hub's own images are in its `library`.
  return `${mirror}/${image.includes('/') ? image : `library/${image}`}`;
}

function isRegistry(first: string): boolean {
  return /[.:A-Z]/.test(first) || first === 'localhost';
}

function wrongRepository(repository: string): string | undefined {
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  // The text before the first slash is a registry if it has a dot, a port or a capital letter, or is localhost.
  const named = slash >= 0 && isRegistry(first);
  const path = named && HOST.test(first) ? repository.slice(slash + 1) : repository;
  for (const part of path.split('/')) {
    if (PART.test(part)) continue;
    if (named && part === first) return `"${first}" is not a registry`;
    return `"${part}" is not a part of a name: only lower-case letters, digits and inner . _ - fit`;
  }
  const length = path.length + (named || slash >= 0 ? 0 : 'library/'.length);
  return length > LONGEST_PATH ? `its name has ${length} characters, and ${LONGEST_PATH} fit` : undefined;
}
