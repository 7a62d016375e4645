import type { AppArmorProfile, ContainerRestartRule, SeccompProfile, SeLinuxOptions } from '../../imports/k8s';
import type { LifecycleProps } from './lifecycle';
import type { Mount, WritableFolder } from './mount';
import type { ProbeInput } from './probes';
import type { ContainerResources, SizeName } from './resources';
import type { EnvFromInput, EnvInput, NamedObject } from './values';

/** A port the container listens on. */
export interface PortProps {
  /** At most 15 lower-case letters, digits and hyphens, with a letter. */
  readonly name: string;
  /** 1–65535; below 1024 a user that is not root needs NET_BIND_SERVICE. */
  readonly containerPort: number;
  /**
   * Port of the Service, 1–65535; `false` leaves it out there. A sidecar's is left out unless it is given.
   * @default 80 for the name `http`, 443 for `https`, the container's port for all others
   */
  readonly servicePort?: number | false;
  /** What is spoken on the port, below the application. `@default` TCP (Kubernetes) */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /**
   * What is spoken above it, for meshes and load balancers, such as `kubernetes.io/h2c`. `@default` - not said
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
   */
  readonly appProtocol?: string;
  /** Port of the node in a Service of type NodePort, 30000–32767. `@default` - the API server chooses one */
  readonly nodePort?: number;
}

/** What a container may do beyond, or must not do beside, what the Pod's profile says. */
export interface ContainerSecurity {
  /** Whether only `writable` folders and mounts can be written to. `@default` true under profile `restricted` */
  readonly readOnlyRootFilesystem?: boolean;
  /** User id of this container alone, 1–2147483647. `@default` - the Pod's */
  readonly runAsUser?: number;
  /** Group id of this container alone, 1–2147483647. `@default` - the Pod's */
  readonly runAsGroup?: number;
  /** System calls that are allowed. `@default` - the Pod's: RuntimeDefault */
  readonly seccompProfile?: SeccompProfile;
  /** AppArmor profile (Kubernetes 1.30). `@default` - the runtime's */
  readonly appArmorProfile?: AppArmorProfile;
  /** SELinux labels, which Bottlerocket enforces. `@default` - the runtime's */
  readonly seLinuxOptions?: SeLinuxOptions;
}

/** A claim, or a claim template of the StatefulSet by its name. */
export type DeviceInput = { readonly claim: NamedObject } | { readonly claimTemplate: string };

/** What every container can be told: the main one, sidecars and init containers alike. */
export interface ContainerProps {
  /** `repository:tag` or with a digest; `releasedImage(scope, name)` reads it from `release.yaml`. */
  readonly image: string;
  /** When the image is pulled. `@default` - Always for the tag `latest` and for none, IfNotPresent else (Kubernetes) */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Replaces the image's entrypoint. */
  readonly command?: readonly string[];
  /** Replaces the image's arguments. */
  readonly args?: readonly string[];
  /** Folder in which the command starts. `@default` - the image's */
  readonly workingDir?: string;
  /** Variables, in the order in which later ones may use earlier ones by `$(NAME)`. */
  readonly env?: Readonly<Record<string, EnvInput>>;
  /** ConfigMaps and Secrets whose keys all become variables. */
  readonly envFrom?: readonly EnvFromInput[];
  /** A name of the environment's `sizes`, or the numbers; `'none'` states nothing. `@default` small */
  readonly resources?: SizeName | ContainerResources;
  /**
   * Whether CPU or memory can be changed while the container runs (Kubernetes 1.33).
   * @default - NotRequired (Kubernetes)
   */
  readonly resizePolicy?: Readonly<Partial<Record<'cpu' | 'memory', 'NotRequired' | 'RestartContainer'>>>;
  /** Takes the Pod out of its Services while it fails; `'none'` asks nothing. */
  readonly readiness?: ProbeInput | 'none';
  /** Restarts the container while it fails. */
  readonly liveness?: ProbeInput;
  /** Holds the other two back until it succeeds once. */
  readonly startup?: ProbeInput;
  /** What happens after the start and before the stop. */
  readonly lifecycle?: LifecycleProps;
  /** Folders the container may write to; the rest of its file system is read-only. */
  readonly writable?: readonly (string | WritableFolder)[];
  /** What is mounted into the container: ConfigMaps, Secrets, claims and any other volume. */
  readonly mounts?: readonly Mount[];
  /** Claims with `volumeMode: Block` as devices: path in the container → claim or claim template. */
  readonly devices?: Readonly<Record<string, DeviceInput>>;
  /**
   * Linux capabilities to add to those of the profile: `restricted` has none and allows NET_BIND_SERVICE only,
   * `baseline` has the runtime's and allows those of Pod Security baseline. `@default` - none
   */
  readonly addCapabilities?: readonly string[];
  /** What differs from the profile for this container. */
  readonly security?: ContainerSecurity;
  /** What the container's exit codes lead to, instead of the Pod's restart policy (Kubernetes 1.34). */
  readonly restartRules?: readonly ContainerRestartRule[];
  /** File whose content Kubernetes shows when the container ends. `@default` /dev/termination-log (Kubernetes) */
  readonly terminationMessagePath?: string;
  /** `FallbackToLogsOnError` shows the last lines of the log where the file is empty. `@default` File (Kubernetes) */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
  /** Keeps the input open: `once` until the first client leaves. `@default` false (Kubernetes) */
  readonly stdin?: boolean | 'once';
  /** Gives the container a terminal; wants `stdin`. `@default` false (Kubernetes) */
  readonly tty?: boolean;
}

/** A container beside the main one, or before it. */
export interface ExtraContainerProps extends ContainerProps {
  /** Name of the container: 63 lower-case letters, digits and hyphens; no two of a Pod are alike. */
  readonly name: string;
}

/** A container that runs before the others and ends; the next one waits for it. */
export type InitContainerProps = Omit<ExtraContainerProps, 'readiness' | 'liveness' | 'startup' | 'lifecycle'>;

/** A container that runs as long as the main one. */
export interface SidecarProps extends ExtraContainerProps {
  /** Ports it listens on. Those with a `servicePort` are on the Service. */
  readonly ports?: readonly PortProps[];
  /**
   * Whether it starts before the main container and stops after it, and does not keep a Job from ending (an init container
   * with `restartPolicy: Always`, Kubernetes 1.29). `false` puts it beside the main one, in no order. `@default` true
   */
  readonly native?: boolean;
}
