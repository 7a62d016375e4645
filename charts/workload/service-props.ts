import type { Labels } from '../shared/labels';

/** How a Service leads to Pods. */
export interface ServiceProps {
  /** Annotations of the Service. `@default` - none */
  readonly annotations?: Labels;
  /**
   * `NodePort` for load balancers that target nodes; `LoadBalancer` for a Network Load Balancer of its own.
   * @default ClusterIP (Kubernetes)
   */
  readonly type?: 'NodePort' | 'LoadBalancer';
  /** Only DNS names of the single Pods, no address of its own. */
  readonly headless?: boolean;
  /** Whether Pods that are not ready have names and get connections, as peers of a database want. `@default` false (Kubernetes) */
  readonly publishNotReadyAddresses?: boolean;
  /**
   * Which endpoints are preferred: `PreferSameZone` keeps traffic in its zone, which AWS does not bill, where the zones have
   * Pods enough (Kubernetes 1.34; `PreferClose` is its older name), `PreferSameNode` on its node.
   * @default - all alike (Kubernetes)
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
   */
  readonly trafficDistribution?: 'PreferSameZone' | 'PreferSameNode' | 'PreferClose';
  /** Whether a client address stays with its Pod, and for how many seconds (1–86400). `@default` None (Kubernetes) */
  readonly sessionAffinity?: 'ClientIP' | { readonly timeoutSeconds: number };
  /** `Local` keeps traffic from inside on the node where it comes from, and drops it where no Pod runs. `@default` Cluster (Kubernetes) */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** `Local` keeps the client's address, and takes nodes without a Pod out. Of NodePort and LoadBalancer. `@default` Cluster (Kubernetes) */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** Port of the node that load balancers ask with `externalTrafficPolicy: Local`, 30000–32767. `@default` - the API server chooses one */
  readonly healthCheckNodePort?: number;
  /** Whether it has addresses of IPv4, of IPv6 or of both. `@default` SingleStack (Kubernetes) */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /** Families in their order; the first cannot be changed later. `@default` - the cluster's */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * Who makes the load balancer: `service.k8s.aws/nlb` is the AWS Load Balancer Controller, `eks.amazonaws.com/nlb` Auto Mode.
   * Cannot be changed later. Of LoadBalancer.
   */
  readonly loadBalancerClass?: string;
  /** Address ranges that may connect. Of LoadBalancer. `@default` - everybody */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** `false` takes no port of the nodes where the load balancer targets Pods. Of LoadBalancer. `@default` true (Kubernetes) */
  readonly allocateLoadBalancerNodePorts?: boolean;
}

/** A Service beside the first one. */
export interface ExtraServiceProps extends ServiceProps {
  /** Names of the container ports that it leads to; of sidecars too. `@default` - those of the first Service */
  readonly ports?: readonly string[];
}

/** What the Services of a workload can be told. */
export interface ServedProps {
  /** The Service that has the workload's name. `@default` - ClusterIP, with every port that is served */
  readonly service?: ServiceProps;
  /**
   * Further Services, by the end of their names: `{ metrics: { ports: ['metrics'] } }` makes `<name>-metrics`.
   * @default - none
   */
  readonly services?: Readonly<Record<string, ExtraServiceProps>>;
}
