import type {
  Affinity,
  EvictionResponder,
  HostAlias,
  PodDnsConfig,
  PodResourceClaim,
  Sysctl,
  Toleration,
} from '../../imports/k8s';
import type { InstrumentedLanguage } from '../../src/knowledge/aws/instrumentation';
import type { RunOn } from '../scheduling/run-on-props';
import type { ContainerProps, InitContainerProps, SidecarProps } from './container-props';
import type { NamingProps } from './labels';
import type { PodResources } from './pod-resources';
import type { ContainerUser, SecurityProfile } from './security-profile';
import type { Named } from './values';

/** What a Pod of any of our workloads can be told; what is said of a container is said of the main one. */
export interface PodProps extends NamingProps, ContainerProps {
  /** Name of the main container. `@default` the workload's name */
  readonly containerName?: string;
  /**
   * Containers that run one after the other before the main one starts, and end. Sidecars start before them, so that a proxy or
   * an agent is there already. `@default` - none
   */
  readonly initContainers?: readonly InitContainerProps[];
  /** Containers that run beside the main one. `@default` - none */
  readonly sidecars?: readonly SidecarProps[];
  /**
   * The user that the containers run as; `'image'` leaves it to the image, whose user must be a number other than 0 under
   * profile `restricted`. `@default` - 65532; with profile `baseline` the image's own
   */
  readonly user?: ContainerUser | 'image';
  /** Pod Security level that the Pods pass. `@default` restricted */
  readonly profile?: SecurityProfile;
  /** Groups beside the main one, 1–2147483647. `@default` - none */
  readonly supplementalGroups?: readonly number[];
  /** `Strict` takes no groups from the image's `/etc/group` (Kubernetes 1.31). `@default` Merge (Kubernetes) */
  readonly supplementalGroupsPolicy?: 'Merge' | 'Strict';
  /**
   * `OnRootMismatch` changes the owner of a volume's files only where its root differs, so that a large volume mounts fast.
   * @default Always (Kubernetes)
   */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  /** Kernel settings of the Pod; the safe ones are allowed everywhere but on Fargate. `@default` - none */
  readonly sysctls?: readonly Sysctl[];
  /** An existing ServiceAccount. `@default` - one of the workload's name is made */
  readonly serviceAccount?: Named;
  /** Whether the containers may call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  /** Secrets to pull images with. ECR needs none: the node pulls. `@default` - none */
  readonly imagePullSecrets?: readonly Named[];
  /** Labels of the Pods, beside those of everything that is made and of the selector. A change rolls out new Pods. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * The language whose agent the CloudWatch Observability add-on puts into the main container, for Application Signals:
   * traces and metrics of requests, which are billed. Only Pods that are made afterwards get it, and a change rolls out new
   * ones. Sidecars are not instrumented. Switch the add-on's `monitorAllServices` off: it writes the same into every workload,
   * which Argo CD then sees as a difference.
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Signals-Enable-EKS.html
   */
  readonly instrumentation?: InstrumentedLanguage;
  /** Annotations of the Pods; they win over `instrumentation`. A change rolls out new Pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Seconds the Pod may take to stop, from leaving the endpoints to being killed. Whole seconds, 0–3600. Has to exceed
   * `preStopSeconds` by what the app needs to finish its requests.
   * @default 30 (Kubernetes)
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Which nodes the Pods run on, by capacity, processor, devices, pool or zone: node selection and the matching tolerations
   * are written as the environment's nodes have their labels. What is said below holds too. `@default` - any node
   */
  readonly runOn?: RunOn;
  /** Labels of the nodes that the Pods may run on. `@default` - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints of nodes that the Pods may run on nevertheless. `@default` - none */
  readonly tolerations?: readonly Toleration[];
  /** Which nodes, and which Pods beside them, the Pods want or avoid, as Kubernetes writes it. `@default` - none */
  readonly affinity?: Affinity;
  /** A PriorityClass: whose Pods are evicted first where a node is full. `@default` - the cluster's default class */
  readonly priorityClassName?: Named;
  /** Another scheduler than the cluster's own. `@default` default-scheduler (Kubernetes) */
  readonly schedulerName?: string;
  /** Gates that a controller opens before the Pod is scheduled. `@default` - none */
  readonly schedulingGates?: readonly string[];
  /** RuntimeClass of a sandboxed or other runtime. `@default` - the node's own */
  readonly runtimeClassName?: string;
  /** Conditions that a controller sets before the Pod counts as ready, beside its probes. `@default` - none */
  readonly readinessGates?: readonly string[];
  /** Devices that are claimed from a driver (dynamic resource allocation, Kubernetes 1.34). `@default` - none */
  readonly resourceClaims?: readonly PodResourceClaim[];
  /** What all containers may use together (Kubernetes 1.34). `@default` - the sum of the containers */
  readonly podResources?: PodResources;
  /** Whether variables for every Service of the namespace are set. `@default` false */
  readonly enableServiceLinks?: boolean;
  /** Whether the containers see each other's processes. `@default` false (Kubernetes) */
  readonly shareProcessNamespace?: boolean;
  /**
   * `false` gives the Pod users of its own, so that root inside is not root on the node (Kubernetes 1.33).
   * @default true (Kubernetes)
   */
  readonly hostUsers?: boolean;
  /** How names are resolved. `@default` ClusterFirst (Kubernetes) */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  /** Name servers, search domains and options, beside those of `dnsPolicy`. `@default` - none */
  readonly dnsConfig?: PodDnsConfig;
  /** Lines of `/etc/hosts`. `@default` - none */
  readonly hostAliases?: readonly HostAlias[];
  /** Host name of each Pod. `@default` - the Pod's name */
  readonly hostname?: string;
  /** Domain below which the Pods have names, of a headless Service. `@default` - none; a StatefulSet's Pods have theirs */
  readonly subdomain?: string;
  /** Host name that is exactly this, whatever else is set (Kubernetes 1.34). `@default` - made from `hostname` */
  readonly hostnameOverride?: string;
  /** Whether the host name is the full one, with its domain. `@default` false (Kubernetes) */
  readonly setHostnameAsFqdn?: boolean;
  /** Controllers that take part in an eviction (Kubernetes 1.37). `@default` - none */
  readonly evictionResponders?: readonly EvictionResponder[];
}
