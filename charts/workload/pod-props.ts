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
  /** What is spoken on the port, below the application. `@default` TCP (Kubernetes) */
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
  /** What is mounted into the container: ConfigMaps, Secrets, claims and any other volume. */
  readonly mounts?: readonly Mount[];
  /** The user that the container runs as. `@default` - 65532; with profile `baseline` the image's own */
  readonly user?: ContainerUser;
  /** Pod Security level that the Pods pass. `@default` restricted */
  readonly profile?: SecurityProfile;
  /**
   * Linux capabilities to add to those of the profile: `restricted` has none and allows NET_BIND_SERVICE only,
   * `baseline` has the runtime's and allows those of Pod Security baseline. `@default` - none
   */
  readonly addCapabilities?: readonly string[];
  /** An existing ServiceAccount. `@default` - one of the component's name is made */
  readonly serviceAccount?: Named;
  /** Whether the container may call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  /** Labels of the Pods, beside those of everything that is made. A change rolls out new Pods. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Pods. A change rolls out new Pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Further containers, as Kubernetes writes them, with the profile's security context where they say nothing.
   * An init container with `restartPolicy: Always` starts first and runs beside the main one (Kubernetes 1.29).
   */
  readonly initContainers?: readonly Container[];
  /** Containers that run beside the main one, in the same form. */
  readonly sidecars?: readonly Container[];
  /** Name of the main container. `@default` the component's name */
  readonly containerName?: string;
  /**
   * Seconds the Pod may take to stop, from leaving the endpoints to being killed. Whole seconds, 0–3600. Has to exceed
   * `preStopSeconds` by what the app needs to finish its requests.
   * @default 30 (Kubernetes)
   */
  readonly terminationGracePeriodSeconds?: number;
  /** Labels of the nodes that the Pods may run on. `@default` - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints of nodes that the Pods may run on nevertheless. `@default` - none */
  readonly tolerations?: readonly Toleration[];
  /** Which nodes, and which Pods beside them, the Pods want or avoid, as Kubernetes writes it. `@default` - none */
  readonly affinity?: Affinity;
  /**
   * Name of a PriorityClass: whose Pods are evicted first where a node is full. `@default` - the cluster's default
   * class
   */
  readonly priorityClassName?: string;
}
