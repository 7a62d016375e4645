import { NOBODY } from '../workload/security';

/** @see https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md */
export interface S3MountOptions {
  /** The part of the bucket that is seen, with its slash at the end: `daily/`. `@default` - all of it */
  readonly prefix?: string;
  /** Region of the bucket. `@default` - Mountpoint finds it out */
  readonly region?: string;
  /** Whether Pods may delete. `@default` false (Mountpoint) */
  readonly allowDelete?: boolean;
  /** Whether Pods may write a file anew that exists. `@default` false (Mountpoint) */
  readonly allowOverwrite?: boolean;
  /** Whom the files belong to; `'driver'` leaves it to Mountpoint, whose files only its own user sees. `@default` uid and gid 65532, as our workloads run */
  readonly user?: { readonly uid: number; readonly gid: number } | 'driver';
}

export function s3MountOptions({ prefix, region, allowDelete, allowOverwrite, user }: S3MountOptions): string[] {
  const { uid, gid } = user === undefined || user === 'driver' ? { uid: NOBODY, gid: NOBODY } : user;
  return [
    ...(allowDelete === true ? ['allow-delete'] : []),
    ...(allowOverwrite === true ? ['allow-overwrite'] : []),
    ...(user === 'driver' ? [] : ['allow-other', `uid=${uid}`, `gid=${gid}`]),
    ...(region === undefined ? [] : [`region ${region}`]),
    ...(prefix === undefined ? [] : [`prefix ${prefix}`]),
  ];
}
