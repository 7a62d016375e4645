import type { Problems } from '../shared/problems';
import { texts } from './texts';

/** Services whose file systems the EFS driver mounts. */
export type EfsService = 'efs' | 's3files';

/** How claims share a file system. The driver ignores keys it does not know, so all of them are typed here. */
export interface EfsParameters {
  /** Whose file system it is: S3 Files, which shows a bucket, or EFS (driver 3.0). `@default` efs */
  readonly service?: EfsService;
  /** Permissions of a claim's folder, octal. `@default` 700 */
  readonly directoryPerms?: string;
  /** Owner of every claim's folder, 0–4294967295; with `gid`. `@default` - the driver takes one group per claim from its range */
  readonly uid?: number;
  /** Group of every claim's folder, 0–4294967295; with `uid`. */
  readonly gid?: number;
  /** Range that the driver takes a group per claim from; instead of `uid` and `gid`. `@default` 50000–7000000 (driver) */
  readonly gidRange?: { readonly start: number; readonly end: number };
  /** Folder below which claims get theirs. `@default` / (driver) */
  readonly basePath?: string;
  /**
   * Name of a claim's folder, with `${.PVC.name}`, `${.PVC.namespace}` and `${.PV.name}`.
   * @default - the volume's id (driver)
   */
  readonly subPathPattern?: string;
  /** Whether the folder's name gets a unique end, so that no two claims share one. `@default` true (driver) */
  readonly ensureUniqueDirectory?: boolean;
  /** Availability Zone whose mount target is used; for a file system of another account. `@default` - that of the node */
  readonly az?: string;
  /** Whether a volume is mounted in the zone `az` alone. `@default` false (driver) */
  readonly enforceZoneAffinity?: boolean;
  /** Whether access points carry AWS tags. `@default` true (driver 3.4) */
  readonly enableTagging?: boolean;
  /** Whether a claim of the same name gets the access point it had before. `@default` false (driver) */
  readonly reuseAccessPoint?: boolean;
}

/** All values are text: the driver reads nothing else. */
export function efsParameters(input: EfsParameters, fileSystemId: string): Record<string, string> {
  const given: Record<string, string | number | boolean | undefined> = {
    provisioningMode: `${input.service ?? 'efs'}-ap`,
    fileSystemId,
    directoryPerms: input.directoryPerms ?? '700',
    uid: input.uid,
    gid: input.gid,
    gidRangeStart: input.gidRange?.start,
    gidRangeEnd: input.gidRange?.end,
    basePath: input.basePath,
    subPathPattern: input.subPathPattern,
    ensureUniqueDirectory: input.ensureUniqueDirectory,
    reuseAccessPoint: input.reuseAccessPoint,
    az: input.az,
    enforceZoneAffinity: input.enforceZoneAffinity,
    enableTagging: input.enableTagging,
  };
  return texts(given);
}

const PATTERN_VARIABLES = ['.PVC.name', '.PVC.namespace', '.PV.name'];

export function efsParameterProblems(input: EfsParameters, problems: Problems): void {
  const { directoryPerms = '700', uid, gid, gidRange, basePath, subPathPattern } = input;
  problems.unless(
    (uid === undefined) === (gid === undefined),
    'only one of uid and gid is given.',
    'give both, or neither.',
  );
  for (const [name, id] of [
    ['uid', uid],
    ['gid', gid],
    ['gidRange.start', gidRange?.start],
    ['gidRange.end', gidRange?.end],
  ] as const) {
    problems.integer(name, id, 0, 4_294_967_295);
  }
  problems.unless(
    gidRange === undefined || gid === undefined,
    'gidRange has no effect beside uid and gid.',
    'leave one of them out.',
  );
  problems.unless(
    gidRange === undefined || gidRange.start < gidRange.end,
    `gidRange ${gidRange?.start} to ${gidRange?.end} is empty; the driver refuses every claim.`,
    'put start below end.',
  );
  problems.unless(
    /^[0-7]{3,4}$/.test(directoryPerms),
    `directoryPerms "${directoryPerms}" is not an octal number of 3 or 4 digits.`,
    'write it like 700.',
  );
  problems.unless(
    basePath === undefined || (basePath.startsWith('/') && basePath.length <= 100 && basePath.split('/').length <= 5),
    `basePath "${basePath}" is refused by EFS.`,
    'use an absolute path of at most 100 characters and 4 levels.',
  );
  problems.unless(
    input.enforceZoneAffinity !== true || input.az !== undefined,
    'enforceZoneAffinity has no zone: it has no effect without az.',
    'give az, or leave it out.',
  );
  problems.unless(
    input.service !== 's3files' || input.reuseAccessPoint === undefined,
    'reuseAccessPoint is of EFS alone, and service is s3files.',
    'leave reuseAccessPoint out.',
  );
  for (const [text, name = ''] of (subPathPattern ?? '').matchAll(/\$\{([^}]*)\}/g)) {
    problems.unless(
      PATTERN_VARIABLES.includes(name),
      `subPathPattern holds ${text}, which the driver does not know; every claim would stay Pending.`,
      `use ${PATTERN_VARIABLES.map((variable) => `\${${variable}}`).join(', ')}.`,
    );
  }
}
