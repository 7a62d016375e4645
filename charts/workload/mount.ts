import type { Volume } from '../../imports/k8s';
import type { SizeText } from '../../src/grammar/amounts';
import { withArticle } from '../../src/grammar/article';
import { defined } from '../../src/model/defined';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import type { Without } from '../shared/without';
import { type NamedObject, nameOf } from './values';

/** Where a volume is mounted, and how. */
export interface MountPlace {
  /** Absolute path in the container. */
  readonly path: string;
  /** One file or folder of the volume. What is mounted this way is not updated while the Pod runs. */
  readonly subPath?: string;
  /** The same with variables, such as `$(POD_NAME)`. */
  readonly subPathExpr?: string;
  /** Whether the container cannot write to it. `@default` false (Kubernetes) */
  readonly readOnly?: boolean;
  /** Whether mounts below a read-only one are read-only too (Kubernetes 1.33). `@default` Disabled (Kubernetes) */
  readonly recursiveReadOnly?: 'Disabled' | 'IfPossible' | 'Enabled';
  /** Whether mounts made later, in the container or on the node, are seen by the other. `@default` None (Kubernetes) */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
  /** Options of a bind mount (Kubernetes 1.37). `@default` - none */
  readonly bindMountOptions?: readonly string[];
  /** The volume's name; mounts of one name share the volume. `@default` made from the path */
  readonly name?: string;
}

/** Names of what can be mounted. */
export type MountSource = 'configMap' | 'secret' | 'claim' | 'claimTemplate' | 'emptyDir' | 'volume';
/** The others must not be given. */
export type OneSource<Mine extends MountSource> = Without<
  Exclude<MountSource, Mine>,
  'a mount has one source: leave the others out'
>;

/** Files of a ConfigMap or Secret. */
export interface MountedFiles {
  /** Key → file below `path`. `@default` - every key, under its name */
  readonly items?: Readonly<Record<string, string>>;
  /** Permission bits, such as 0o440. `@default` 0o644 (Kubernetes) */
  readonly mode?: number;
  /** Whether the Pod starts where it is missing. `@default` false (Kubernetes) */
  readonly optional?: boolean;
}

/** Files of a ConfigMap. They change some seconds after it does. */
export interface ConfigMapMount extends MountPlace, MountedFiles {
  /** By name, or the object. */
  readonly configMap: NamedObject;
}
/** Files of a Secret, held in memory. They change some seconds after it does. */
export interface SecretMount extends MountPlace, MountedFiles {
  /** By name, or the object. */
  readonly secret: NamedObject;
}
/** The volume of a claim. */
export interface ClaimMount extends MountPlace {
  /** A PersistentVolumeClaim, by name or object. */
  readonly claim: NamedObject;
}
/** The volume that each Pod of a StatefulSet has for itself. */
export interface ClaimTemplateMount extends MountPlace {
  /** A claim template of the StatefulSet, by its name. */
  readonly claimTemplate: string;
}
/** A folder that is empty at first. */
export interface EmptyDirMount extends MountPlace {
  /** A folder that goes with the Pod, and that containers share by the volume's name. */
  readonly emptyDir: EmptyFolder;
}
/** Any other volume. */
export interface VolumeMountOf extends MountPlace {
  /** Any volume as Kubernetes writes it, or cdk8s-plus's `Volume`. */
  readonly volume: Volume | { _toKube(): unknown };
}

/** An empty folder at first. */
export interface EmptyFolder {
  /** Most it may hold; a Pod that writes more is evicted. `'none'` sets no bound. `@default` 64Mi */
  readonly sizeLimit?: SizeText | 'none';
  /** `Memory` counts against the memory limit. `@default` - the node's disk */
  readonly medium?: 'Memory';
}

/** A folder a container may write to; its content goes with the Pod. */
export interface WritableFolder extends EmptyFolder {
  /** Absolute path in the container. */
  readonly path: string;
}

/** Something mounted into the container: where, and from what. */
export type Mount =
  | (ConfigMapMount & OneSource<'configMap'>)
  | (SecretMount & OneSource<'secret'>)
  | (ClaimMount & OneSource<'claim'>)
  | (ClaimTemplateMount & OneSource<'claimTemplate'>)
  | (EmptyDirMount & OneSource<'emptyDir'>)
  | (VolumeMountOf & OneSource<'volume'>);

/** The same, as it is read: by the source that is there. */
export type AnyMount = ConfigMapMount | SecretMount | ClaimMount | ClaimTemplateMount | EmptyDirMount | VolumeMountOf;

const SOURCES = [
  'configMap',
  'secret',
  'claim',
  'claimTemplate',
  'emptyDir',
  'volume',
] as const satisfies MountSource[];

/** The kind that each source is an object of. */
const KINDS: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  secret: 'Secret',
  claim: 'PersistentVolumeClaim',
};

/** One source, and an object of its kind. */
export function judgeSources(mount: AnyMount, problems: Problems): void {
  const sources = Object.entries(mount).filter(([, value]) => value !== undefined);
  const given = SOURCES.flatMap((source) => sources.filter(([key]) => key === source));
  problems.unless(
    given.length <= 1,
    `mount ${mount.path} has ${given.map(([source]) => source).join(' and ')}: only the first would be mounted.`,
    'make each a mount of its own.',
  );
  for (const [source, named] of given as readonly (readonly [string, unknown])[]) {
    const wanted = KINDS[source];
    const kind = typeof named === 'object' && named !== null && 'kind' in named ? named.kind : undefined;
    problems.unless(
      wanted === undefined || kind === undefined || kind === wanted,
      `mount ${mount.path}: its ${source} is ${withArticle(String(kind))}; the Pod would wait for a ${wanted} of that name.`,
      `give a ${wanted}.`,
    );
  }
}

/** Undefined for a claim template, whose volume the StatefulSet makes. @param fallback name of the volume without one */
export function volumeOf(mount: AnyMount, fallback: string): Volume | undefined {
  if ('claimTemplate' in mount) return undefined;
  if ('volume' in mount) return ('_toKube' in mount.volume ? mount.volume._toKube() : mount.volume) as Volume;
  const name = mount.name ?? fallback;
  if ('claim' in mount) return { name, persistentVolumeClaim: { claimName: nameOf(mount.claim) } };
  if ('emptyDir' in mount) return { name, emptyDir: emptyDir(mount.emptyDir) };
  const items = mount.items && Object.entries(mount.items).map(([key, path]) => ({ key, path }));
  const source = defined({ items, defaultMode: mount.mode, optional: mount.optional });
  if ('configMap' in mount) return { name, configMap: { name: nameOf(mount.configMap), ...source } };
  return { name, secret: { secretName: nameOf(mount.secret), ...source } };
}

export function emptyDir({ sizeLimit = '64Mi', medium }: EmptyFolder): NonNullable<Volume['emptyDir']> {
  return { ...(sizeLimit === 'none' ? {} : { sizeLimit: quantity(sizeLimit) }), ...defined({ medium }) };
}
