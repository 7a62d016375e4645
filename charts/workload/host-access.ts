import type { PodSpec, PodTemplateSpec } from '../../imports/k8s';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type { PortProps } from './container-props';
import { VolumeNames } from './volume-name';

/** A folder or file of the node. */
export interface HostPath {
  /** Absolute path on the node. */
  readonly path: string;
  /** Absolute path in the container. `@default` the path on the node */
  readonly mountPath?: string;
  /** What has to be there, or is made. `@default` - whatever is there (Kubernetes) */
  readonly type?: 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket' | 'CharDevice' | 'BlockDevice';
  /** Whether the container cannot write to it. `@default` true */
  readonly readOnly?: boolean;
  /** Whether mounts made later on the node are seen, or on both sides. `@default` None (Kubernetes) */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** What of its node an agent may reach. Its namespace has to allow Pod Security level `privileged`. */
export interface HostAccess {
  /** A sentence a reviewer accepts; it is kept with the workload. */
  readonly reason: string;
  /** The node's network, and its addresses and ports. `@default` false (Kubernetes) */
  readonly network?: boolean;
  /** The node's processes. `@default` false (Kubernetes) */
  readonly pid?: boolean;
  /** The node's shared memory and semaphores. `@default` false (Kubernetes) */
  readonly ipc?: boolean;
  /** Every right of root on the node, for the main container. `@default` false (Kubernetes) */
  readonly privileged?: boolean;
  /** Folders and files of the node. `@default` - none */
  readonly paths?: readonly HostPath[];
  /** Ports of the container that are ports of the node too: name → 1–65535. `@default` - none */
  readonly ports?: Readonly<Record<string, number>>;
}

export function judgeHost(host: HostAccess, ports: readonly PortProps[], problems: Problems): void {
  problems.unless(
    host.reason.trim() !== '',
    'host needs a reason.',
    'say in a sentence why the agent has to reach its node.',
  );
  for (const { path, mountPath = path } of host.paths ?? [])
    for (const each of new Set([path, mountPath]))
      problems.unless(each.startsWith('/'), `host path "${each}" is not absolute.`, 'start it with /.');
  const names = ports.map(({ name }) => name);
  for (const [name, port] of Object.entries(host.ports ?? {})) {
    problems.integer(`host.ports.${name}`, port, FIRST_PORT, LAST_PORT);
    problems.unless(
      names.includes(name),
      `host.ports names "${name}", which the container does not declare.`,
      'name one of the container’s ports.',
    );
  }
}

/** The same Pod with what it may reach of its node, in the main container. */
export function withHost(template: PodTemplateSpec, host: HostAccess): PodTemplateSpec {
  const spec = template.spec as PodSpec;
  const [main, ...others] = spec.containers;
  const paths = host.paths ?? [];
  const names = new VolumeNames(spec.volumes?.map(({ name }) => name));
  const named = paths.map((path) => ({ ...path, name: names.of(path.path, 'host-') }));
  const volumes = named.map(({ name, path, type }) => ({ name, hostPath: { path, ...defined({ type }) } }));
  const mounts = named.map(({ name, path, mountPath = path, readOnly = true, mountPropagation }) => ({
    name,
    mountPath,
    ...(readOnly ? { readOnly } : {}),
    ...defined({ mountPropagation }),
  }));
  if (main === undefined) return template;
  const { allowPrivilegeEscalation: _without, ...context } = main.securityContext ?? {};
  const privileged = { ...main, securityContext: { ...context, privileged: true } };
  return {
    ...template,
    spec: {
      ...spec,
      ...defined({ hostNetwork: host.network, hostPid: host.pid, hostIpc: host.ipc }),
      ...(host.network === true && spec.dnsPolicy === undefined ? { dnsPolicy: 'ClusterFirstWithHostNet' } : {}),
      containers: [
        {
          ...(host.privileged === true ? privileged : main),
          ...(main.ports === undefined
            ? {}
            : {
                ports: main.ports.map((port) => ({ ...port, ...defined({ hostPort: host.ports?.[port.name ?? ''] }) })),
              }),
          ...(mounts.length === 0 ? {} : { volumeMounts: [...(main.volumeMounts ?? []), ...mounts] }),
        },
        ...others,
      ],
      ...(volumes.length === 0 ? {} : { volumes: [...(spec.volumes ?? []), ...volumes] }),
    },
  };
}
