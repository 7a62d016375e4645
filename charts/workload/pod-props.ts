import type { Affinity, Container, Toleration } from '../../imports/k8s';
import type { NamingProps } from './labels';
import type { ProbeInput } from './probes';
import type { ContainerResources, SizeName } from './resources';
import type { ContainerUser, SecurityProfile } from './security';
import type { EnvFromInput, EnvInput, Named } from './values';
import type { Mount, WritableFolder } from './volumes';

/** A port the container listens on. */
export interface PortProps {
  /** At most 15 lower-case letters, digits and hyphens, with a letter. */
  readonly name: string;
  /** 1–65535; below 1024 a user that is not root needs NET_BIND_SERVICE. */
  readonly containerPort: number;
  /** Port of the Service, 1–65535; `false` leaves it out there. `@default` the container's port */
  readonly servicePort?: number | false;
  /** `@default` TCP (Kubernetes) */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

/** What a Pod of any of our workloads can be told. */
export interface PodProps extends NamingProps {
  /** `repository:tag` or with a digest; `releasedImage(scope, name)` reads it from `release.yaml`. */
  readonly image: string;
  /** Replaces the image's entrypoint. */
  readonly command?: readonly string[];
  /** Replaces the image's arguments. */
  readonly args?: readonly string[];
  /** Variables, in the order in which later ones may use earlier ones by `$(NAME)`. */
  readonly env?: Readonly<Record<string, EnvInput>>;
  /** ConfigMaps and Secrets whose keys all become variables. */
  readonly envFrom?: readonly EnvFromInput[];
  /** A name of the environment's `sizes`, or the numbers. `@default` small */
  readonly resources?: SizeName | ContainerResources;
  /** Takes the Pod out of its Services while it fails. */
  readonly readiness?: ProbeInput;
  /** Restarts the container while it fails. */
  readonly liveness?: ProbeInput;
  /** Holds the other two back until it succeeds once. */
  readonly startup?: ProbeInput;
  /** Folders the container may write to; the rest of its file system is read-only. */
  readonly writable?: readonly (string | WritableFolder)[];
  readonly mounts?: readonly Mount[];
  readonly user?: ContainerUser;
  readonly profile?: SecurityProfile;
  /** `@default` - none; `restricted` allows NET_BIND_SERVICE only, `baseline` those of Pod Security baseline */
  readonly addCapabilities?: readonly string[];
  /** An existing ServiceAccount. `@default` - one of the component's name is made */
  readonly serviceAccount?: Named;
  /** Whether the container may call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Further containers, as Kubernetes writes them, with the profile's security context where they say nothing.
   * An init container with `restartPolicy: Always` starts first and runs beside the main one (Kubernetes 1.29).
   */
  readonly initContainers?: readonly Container[];
  readonly sidecars?: readonly Container[];
  /** `@default` the component's name */
  readonly containerName?: string;
  /**
   * Seconds the Pod may take to stop, from leaving the endpoints to being killed. Whole seconds, 0–3600. Has to exceed
   * `preStopSeconds` by what the app needs to finish its requests.
   * @default 30 (Kubernetes)
   */
  readonly terminationGracePeriodSeconds?: number;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly priorityClassName?: string;
}
