import type { Volume, VolumeMount } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { didYouMean } from '../../src/model/suggest';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type Named, nameOf } from './values';

/** A folder a container may write to; its content goes with the Pod. */
export interface WritableFolder {
  /** Absolute path in the container. */
  readonly path: string;
  /** Most it may hold. `@default` 64Mi */
  readonly sizeLimit?: string;
  /** `Memory` counts against the memory limit. `@default` - the node's disk */
  readonly medium?: 'Memory';
}

/** Something mounted into the container: where, and from what. */
export type Mount = {
  readonly path: string;
  /** One file or folder of the volume. What is mounted this way is not updated while the Pod runs. */
  readonly subPath?: string;
  readonly readOnly?: boolean;
  /** The volume's name. `@default` made from the path */
  readonly name?: string;
} & (
  | { readonly configMap: Named; readonly items?: Readonly<Record<string, string>>; readonly mode?: number }
  | { readonly secret: Named; readonly items?: Readonly<Record<string, string>>; readonly mode?: number }
  | { readonly claim: Named }
  /** A claim template of the StatefulSet, by its name. */
  | { readonly claimTemplate: string }
  /** Any volume as Kubernetes writes it, or cdk8s-plus's `Volume`. */
  | { readonly volume: Volume | { _toKube(): unknown } }
);

export interface VolumesInput {
  readonly writable: readonly (string | WritableFolder)[];
  readonly mounts: readonly Mount[];
  /** Names that `claimTemplate` may use. */
  readonly claimTemplates: readonly string[];
  /** Profile `restricted` takes no folders of the node. */
  readonly restricted: boolean;
}

export interface PodVolumes {
  readonly volumes: Volume[];
  readonly mounts: VolumeMount[];
}

export function podVolumes(input: VolumesInput, problems: Problems): PodVolumes {
  const volumes = new Map<string, { readonly volume: Volume; readonly path: string }>();
  const mounts: VolumeMount[] = [];
  const add = (volume: Volume, path: string): void => {
    const taken = volumes.get(volume.name);
    if (taken === undefined) volumes.set(volume.name, { volume, path });
    else
      problems.unless(
        JSON.stringify(taken.volume) === JSON.stringify(volume),
        `${taken.path} and ${path} are two volumes with the one name "${volume.name}".`,
        'give one of them a name of its own.',
      );
  };
  for (const one of input.writable) {
    const folder = typeof one === 'string' ? { path: one } : one;
    problems.quantity(`sizeLimit of ${folder.path}`, folder.sizeLimit);
    const volume = writableVolume(folder);
    add(volume, folder.path);
    mounts.push({ name: volume.name, mountPath: folder.path });
  }
  for (const mount of input.mounts) {
    const volume = volumeOf(mount);
    const name = 'claimTemplate' in mount ? mount.claimTemplate : (volume?.name ?? '');
    if (volume === undefined) templateProblems(name, mount.path, input.claimTemplates, problems);
    else add(volume, mount.path);
    problems.unless(
      !input.restricted || volume?.hostPath === undefined,
      `${mount.path} is a folder of the node, which profile restricted refuses.`,
      'use a claim, or profile { level: "baseline", reason } in a namespace that is privileged.',
    );
    mounts.push({
      name,
      mountPath: mount.path,
      ...defined({ subPath: mount.subPath, readOnly: mount.readOnly }),
    });
  }
  judgeMountPaths(mounts, problems);
  return { volumes: [...volumes.values()].map(({ volume }) => volume), mounts };
}

function writableVolume(folder: WritableFolder): Volume {
  const emptyDir = {
    sizeLimit: quantity(folder.sizeLimit ?? '64Mi'),
    ...defined({ medium: folder.medium }),
  };
  return { name: volumeName(folder.path), emptyDir };
}

function volumeOf(mount: Mount): Volume | undefined {
  if ('claimTemplate' in mount) return undefined;
  if ('volume' in mount) return ('_toKube' in mount.volume ? mount.volume._toKube() : mount.volume) as Volume;
  const name = mount.name ?? volumeName(mount.path);
  if ('claim' in mount) return { name, persistentVolumeClaim: { claimName: nameOf(mount.claim) } };
  const items = mount.items && Object.entries(mount.items).map(([key, path]) => ({ key, path }));
  const source = {
    ...defined({ items, defaultMode: mount.mode }),
  };
  if ('configMap' in mount) return { name, configMap: { name: nameOf(mount.configMap), ...source } };
  return { name, secret: { secretName: nameOf(mount.secret), ...source } };
}

function templateProblems(name: string, path: string, known: readonly string[], problems: Problems): void {
  if (known.includes(name)) return;
  problems.add(
    `${path} mounts the claim template "${name}", which this workload does not have.${didYouMean(name, known)}`,
    known.length === 0 ? 'declare it in the claims of a StatefulService.' : `use one of: ${known.join(', ')}.`,
  );
}

function judgeMountPaths(mounts: readonly VolumeMount[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { mountPath } of mounts) {
    problems.unless(mountPath.startsWith('/'), `mount path "${mountPath}" is not absolute.`, 'start it with /.');
    problems.unless(
      !seen.has(mountPath),
      `${mountPath} is mounted twice; the server refuses the Pod.`,
      'mount it once.',
    );
    seen.add(mountPath);
  }
}

/** `/var/lib/mysql` → `var-lib-mysql` */
function volumeName(path: string): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'root' : name.slice(0, 63).replace(/-+$/, '');
}
