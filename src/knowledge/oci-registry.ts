/**
 * What registries of images agree on, read on 2026-11-30.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */

/** Media types of what a tag can point to; of those before version 2, the digest is not that of the bytes. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

/** Carries the digest of what was asked for. */
export const DIGEST_HEADER = 'docker-content-digest';

/** Bytes that a manifest may have: registries take so many at least, and many no more. */
export const MOST_MANIFEST_BYTES = 4 * 1024 * 1024;

/** What a person's token says as user name where it is one that buys others. */
export const IDENTITY_TOKEN_USER = '<token>';

/** What a credential helper says where it knows nothing of a registry. @see https://github.com/docker/docker-credential-helpers/blob/a7bd772ea6eb9568780ffab2d359ce031a07779d/credentials/error.go */
export const HELPER_KNOWS_NOTHING = 'credentials not found';
