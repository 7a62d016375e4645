import type { EnvVarSource, Volume } from '../../imports/k8s';

/** A Secret that is there while a Pod mounts the volume which brings it: workloads that take it mount the volume. */
export interface SyncedSecret {
  /** What workloads take it as. */
  readonly kind: 'Secret';
  /** Name of the Secret. */
  readonly name: string;
}

/** One of a class, so that a workload's properties take it as they take a construct. */
export class SecretOfVolume implements SyncedSecret {
  readonly kind = 'Secret';

  constructor(
    readonly name: string,
    readonly volume: Volume,
  ) {}
}

/** Where a container has such a volume that it does not mount itself. */
const FOLDER = '/mnt/secrets-store';

/** Variables that read a synced Secret, with the volume behind them. */
const BEHIND = new WeakMap<object, Volume>();

/** Notes which volume a variable needs, where it reads a synced Secret. */
export function withVolumeBehind(source: EnvVarSource, secret: unknown): EnvVarSource {
  const volume = volumeOf(secret);
  if (volume !== undefined) BEHIND.set(source, volume);
  return source;
}

export interface SecretReader {
  readonly env?: Readonly<Record<string, unknown>>;
  readonly envFrom?: readonly unknown[];
  readonly mounts?: readonly object[];
}

/** The mounts of the volumes that a container's variables and mounted Secrets need, and that it does not mount. */
export function mountsBehind({ env = {}, envFrom = [], mounts = [] }: SecretReader) {
  const needed = new Map<string, Volume>();
  const secrets = mounts.map((mount) => ('secret' in mount ? mount.secret : undefined));
  const sources = Object.values(env).map((value) => (isObject(value) ? BEHIND.get(value) : undefined));
  for (const volume of [...sources, ...[...envFrom, ...secrets].map(volumeOf)])
    if (volume !== undefined) needed.set(volume.name, volume);
  for (const mount of mounts) if ('volume' in mount && isObject(mount.volume)) needed.delete(nameIn(mount.volume));
  return Array.from(needed.values(), (volume) => ({ path: `${FOLDER}/${volume.name}`, volume, readOnly: true }));
}

function nameIn(volume: object): string {
  return 'name' in volume ? String(volume.name) : '';
}

function volumeOf(secret: unknown): Volume | undefined {
  return secret instanceof SecretOfVolume ? secret.volume : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
