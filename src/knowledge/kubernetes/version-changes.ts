/** What a minor version of Kubernetes changes for what runs, beyond the APIs and fields that schemas tell of. */
export interface VersionChange {
  /** The first minor version that has it. */
  readonly since: string;
  readonly section: 'apis' | 'nodes' | 'behaviour';
  readonly severity: 'blocks' | 'changes' | 'information';
  /** What happens from that version on: full sentences, that follow the object and a colon. */
  readonly what: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  readonly see: string;
  /** Told in an upgrade that begins at that version or later too: nothing went away yet. */
  readonly standing?: true;
}

/** The day on which the sources of the rows were read. */
export const VERSION_CHANGES_READ = '2026-11-29';

const STANDARD = 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html';
const EXTENDED = 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html';

/**
 * How each is found in objects and facts stands in `checks/upgrade/detect-changes.ts`, which has a function for each row.
 * What only some sources say (a kubelet flag, an EKS feature of 1.37) changes things, and blocks nothing.
 */
export const VERSION_CHANGES = {
  anonymousRequests: {
    since: '1.32',
    section: 'behaviour',
    severity: 'changes',
    what: 'it grants rights to requests without credentials, and the API server answers those with 401 from 1.32 on, but for /healthz, /livez and /readyz.',
    fix: 'give the caller an identity, and bind the role to that.',
    see: EXTENDED,
  },
  mountableSecrets: {
    since: '1.32',
    section: 'apis',
    severity: 'information',
    what: 'its annotation kubernetes.io/enforce-mountable-secrets is deprecated since 1.32.',
    fix: 'keep Secrets that must not be shared in a namespace of their own.',
    see: EXTENDED,
    standing: true,
  },
  endpoints: {
    since: '1.33',
    section: 'apis',
    severity: 'changes',
    what: 'Endpoints of v1 are deprecated since 1.33: the server warns at each write, and dual stack and traffic distribution do not reach them.',
    fix: 'render an EndpointSlice of discovery.k8s.io/v1.',
    see: 'https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/',
    standing: true,
  },
  appArmor: {
    since: '1.34',
    section: 'apis',
    severity: 'information',
    what: 'it has an AppArmor profile, and EKS calls AppArmor deprecated since 1.34.',
    fix: 'plan to use seccomp profiles and Pod Security Standards in its place.',
    see: STANDARD,
    standing: true,
  },
  ingressNginx: {
    since: '1.35',
    section: 'behaviour',
    severity: 'changes',
    what: 'it counts on ingress-nginx, which its makers retired in March 2026: nobody repairs its holes, or tries it with 1.35 and later.',
    fix: 'move to the AWS Load Balancer Controller or to a Gateway.',
    see: STANDARD,
    standing: true,
  },
  ipvs: {
    since: '1.35',
    section: 'behaviour',
    severity: 'changes',
    what: 'it runs kube-proxy in the mode ipvs, which is deprecated since 1.35; sources differ on when it goes.',
    fix: 'set the mode to iptables, or to nftables where the kernel of the nodes is new enough, and replace the nodes one by one.',
    see: STANDARD,
    standing: true,
  },
  cgroupV1: {
    since: '1.35',
    section: 'nodes',
    severity: 'blocks',
    what: 'its user data asks for cgroup v1, and the kubelet of 1.35 refuses to start there: nodes do not join.',
    fix: 'take systemd.unified_cgroup_hierarchy=0 out of the user data, and try the workloads with cgroup v2 before.',
    see: STANDARD,
  },
  gitRepo: {
    since: '1.36',
    section: 'behaviour',
    severity: 'blocks',
    what: 'a volume of it is a gitRepo, which the API server takes and the kubelet of 1.36 refuses: the Pods do not start.',
    fix: 'clone in an init container into an emptyDir.',
    see: STANDARD,
  },
  strictAddresses: {
    since: '1.36',
    section: 'behaviour',
    severity: 'changes',
    what: 'an address in it has more than one reading (leading zeros, or bits beyond its length), and the API server of 1.36 refuses it: an object that stays as it is passes, one that is made again or changed there does not.',
    fix: 'write the address in its canonical form.',
    see: STANDARD,
  },
  seLinuxMount: {
    since: '1.36',
    section: 'behaviour',
    severity: 'changes',
    what: 'it has SELinux options and volumes, and 1.36 mounts whole volumes with the label: on nodes that enforce SELinux, such as Bottlerocket, Pods of two labels cannot share a volume any more.',
    fix: 'set seLinuxChangePolicy: Recursive where Pods of several labels share a volume.',
    see: STANDARD,
  },
  externalIps: {
    since: '1.36',
    section: 'apis',
    severity: 'changes',
    what: 'its externalIPs are deprecated since 1.36: the server warns at each write, and Kubernetes plans to drop them in 1.43.',
    fix: 'use a Service of type LoadBalancer, or a Gateway.',
    see: STANDARD,
    standing: true,
  },
  maxUnavailable: {
    since: '1.37',
    section: 'behaviour',
    severity: 'changes',
    what: 'its rollingUpdate.maxUnavailable was left aside so far, and 1.37 follows it: a rollout takes that many Pods at once.',
    fix: 'leave it out, or see that the application bears it.',
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#maximum-unavailable-pods',
  },
  balancedConsolidation: {
    since: '1.37',
    section: 'behaviour',
    severity: 'changes',
    what: 'it says no consolidationPolicy, and EKS Auto Mode of 1.37 takes Balanced for a new NodePool, where it took WhenEmptyOrUnderutilized: a pool that is made again replaces fewer nodes.',
    fix: 'write spec.disruption.consolidationPolicy as it is meant.',
    see: 'https://docs.aws.amazon.com/eks/latest/userguide/auto-change.html',
  },
} as const satisfies Readonly<Record<string, VersionChange>>;

export type VersionChangeId = keyof typeof VERSION_CHANGES;
