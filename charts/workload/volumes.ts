import type { Container, Volume, VolumeDevice, VolumeMount } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import type { ContainerProps, DeviceInput } from './container-props';
import { type AnyMount, emptyDir, judgeSources, volumeOf, type WritableFolder } from './mount';
import { nameOf } from './values';
import { VolumeNames } from './volume-name';

interface Taken {
  readonly volume: Volume;
  readonly path: string;
}

/** The volumes of a Pod, as its containers mount them. */
export class PodVolumes {
  private readonly names = new VolumeNames();
  private readonly taken = new Map<string, Taken>();

  constructor(
    private readonly claimTemplates: readonly string[],
    private readonly restricted: boolean,
    private readonly problems: Problems,
  ) {}

  /** In the order in which they were first mounted. */
  volumes(): Volume[] {
    return [...this.taken.values()].map(({ volume }) => volume);
  }

  /** @param prefix of the volumes of a container that is not the main one, so that no two share a folder unseen */
  mountsOf(
    { writable = [], mounts = [], devices = {} }: Pick<ContainerProps, 'writable' | 'mounts' | 'devices'>,
    prefix: string,
  ): Pick<Container, 'volumeMounts' | 'volumeDevices'> {
    const volumeMounts = [
      ...writable.map((one) => this.writable(typeof one === 'string' ? { path: one } : one, prefix)),
      ...mounts.map((mount) => this.mount(mount, prefix)),
    ];
    judgeMountPaths(volumeMounts, this.problems);
    const volumeDevices = Object.entries(devices).map(([path, device]) => this.device(path, device, prefix));
    return {
      ...(volumeMounts.length === 0 ? {} : { volumeMounts }),
      ...(volumeDevices.length === 0 ? {} : { volumeDevices }),
    };
  }

  private writable(folder: WritableFolder, prefix: string): VolumeMount {
    const { path, sizeLimit } = folder;
    if (sizeLimit !== 'none') this.problems.quantity(`sizeLimit of ${path}`, sizeLimit);
    const name = this.names.of(path, prefix);
    this.add({ name, emptyDir: emptyDir(folder) }, path);
    return { name, mountPath: path };
  }

  private mount(mount: AnyMount, prefix: string): VolumeMount {
    const { path, subPath, subPathExpr, readOnly, recursiveReadOnly, mountPropagation, bindMountOptions } = mount;
    judgeSources(mount, this.problems);
    const made = volumeOf(mount, this.names.of(path, prefix));
    const volume = made === undefined || mount.name !== undefined ? made : (this.same(made) ?? made);
    const name = 'claimTemplate' in mount ? mount.claimTemplate : (volume?.name ?? '');
    if (volume === undefined) this.judgeTemplate(name, path);
    else this.add(volume, path);
    this.problems.unless(
      !this.restricted || volume?.hostPath === undefined,
      `${path} is a folder of the node, which profile restricted refuses.`,
      'use a claim, or profile { level: "baseline", reason } in a namespace that is privileged.',
    );
    const options = bindMountOptions && [...bindMountOptions];
    return {
      name,
      mountPath: path,
      ...defined({ subPath, subPathExpr, readOnly, recursiveReadOnly, mountPropagation, bindMountOptions: options }),
    };
  }

  private device(path: string, device: DeviceInput, prefix: string): VolumeDevice {
    if ('claimTemplate' in device) {
      this.judgeTemplate(device.claimTemplate, path);
      return { name: device.claimTemplate, devicePath: path };
    }
    const name = this.names.of(path, prefix);
    this.add({ name, persistentVolumeClaim: { claimName: nameOf(device.claim) } }, path);
    return { name, devicePath: path };
  }

  /** What is mounted already, maybe by another container; empty folders are shared by name alone. */
  private same({ name: _name, ...source }: Volume): Volume | undefined {
    if ('emptyDir' in source) return undefined;
    const text = JSON.stringify(source);
    return this.volumes().find(({ name: _other, ...other }) => JSON.stringify(other) === text);
  }

  private add(volume: Volume, path: string): void {
    const taken = this.taken.get(volume.name);
    if (taken === undefined) this.taken.set(volume.name, { volume, path });
    else
      this.problems.unless(
        JSON.stringify(taken.volume) === JSON.stringify(volume),
        `${taken.path} and ${path} are two volumes with the one name "${volume.name}".`,
        'give one of them a name of its own.',
      );
  }

  private judgeTemplate(name: string, path: string): void {
    const known = this.claimTemplates;
    if (known.includes(name)) return;
    this.problems.add(
      `${path} mounts the claim template "${name}", which this workload does not have.${didYouMean(name, known)}`,
      known.length === 0 ? 'declare it in the claims of a StatefulService.' : `use one of: ${known.join(', ')}.`,
    );
  }
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
