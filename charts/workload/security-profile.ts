/** The user a container runs as. Ids are whole numbers from 1 to 2147483647; 0 is root. */
export interface ContainerUser {
  /** The user's id. `@default` 65532 */
  readonly uid?: number;
  /** The id of the user's group. `@default` the uid */
  readonly gid?: number;
  /** Group that mounted volumes belong to; `'none'` leaves their owners as they are. `@default` the gid */
  readonly fsGroup?: number | 'none';
}

/**
 * Pod Security level. `restricted` unless the image cannot run that way; then `baseline` with the reason.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type SecurityProfile = 'restricted' | { readonly level: 'baseline'; readonly reason: string };
