import type { Volume, VolumeMount } from '../../imports/k8s';
import type { Problems } from '../problems';
import { quantity } from './resources';
import { type Named, nameOf } from './values';

/** A folder a container may write to; its content goes with the Pod. */
export interface WritableFolder {
  readonly path: string;
  /** Most it may hold. `@default` 64Mi */
  readonly sizeLimit?: string;
  /** `Memory` counts against the memory limit. `@default` - the node's disk */
  readonly medium?: 'Memory';
}

/** Something mounted into the container: where, and from what. */
export type Mount = {
  readonly path: string;
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
);

export interface PodVolumes {
  readonly volumes: Volume[];
  readonly mounts: VolumeMount[];
}

export function podVolumes(
  writable: readonly (string | WritableFolder)[],
  mounts: readonly Mount[],
  problems: Problems,
): PodVolumes {
  const volumes: Volume[] = [];
  const volumeMounts: VolumeMount[] = [];
  for (const input of writable) {
    const folder = typeof input === 'string' ? { path: input } : input;
    const name = volumeName(folder.path);
    const emptyDir = {
      sizeLimit: quantity(folder.sizeLimit ?? '64Mi'),
      ...(folder.medium === undefined ? {} : { medium: folder.medium }),
    };
    volumes.push({ name, emptyDir });
    volumeMounts.push({ name, mountPath: folder.path });
  }
  for (const mount of mounts) {
    const name = 'claimTemplate' in mount ? mount.claimTemplate : (mount.name ?? volumeName(mount.path));
    volumeMounts.push({
      name,
      mountPath: mount.path,
      ...(mount.subPath === undefined ? {} : { subPath: mount.subPath }),
      ...(mount.readOnly === undefined ? {} : { readOnly: mount.readOnly }),
    });
    const volume = volumeOf(mount, name);
    if (volume !== undefined && !volumes.some((one) => one.name === name)) volumes.push(volume);
  }
  const seen = new Set<string>();
  for (const { mountPath } of volumeMounts) {
    problems.unless(mountPath.startsWith('/'), `mount path "${mountPath}" is not absolute.`, 'start it with /.');
    problems.unless(
      !seen.has(mountPath),
      `${mountPath} is mounted twice; the server refuses the Pod.`,
      'mount it once.',
    );
    seen.add(mountPath);
  }
  return { volumes, mounts: volumeMounts };
}

function volumeOf(mount: Mount, name: string): Volume | undefined {
  if ('claimTemplate' in mount) return undefined;
  if ('claim' in mount) return { name, persistentVolumeClaim: { claimName: nameOf(mount.claim) } };
  const items = mount.items && Object.entries(mount.items).map(([key, path]) => ({ key, path }));
  const source = {
    ...(items === undefined ? {} : { items }),
    ...(mount.mode === undefined ? {} : { defaultMode: mount.mode }),
  };
  if ('configMap' in mount) return { name, configMap: { name: nameOf(mount.configMap), ...source } };
  return { name, secret: { secretName: nameOf(mount.secret), ...source } };
}

/** `/var/lib/mysql` → `var-lib-mysql` */
function volumeName(path: string): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'root' : name.slice(0, 63).replace(/-+$/, '');
}
