import type { ClusterObject } from '../../kubernetes/cluster-objects';
import type { ControllerName } from '../controllers';

/** Add-ons of the catalogue, by the first of the names that their row in `controllers.ts` has. */
export type AddOnName =
  | 'amazon-cloudwatch-observability'
  | 'argo-rollouts'
  | 'aws-ebs-csi-driver'
  | 'aws-efs-csi-driver'
  | 'aws-load-balancer-controller'
  | 'aws-mountpoint-s3-csi-driver'
  | 'cert-manager'
  | 'cluster-autoscaler'
  | 'coredns'
  | 'eks-node-monitoring-agent'
  | 'eks-pod-identity-agent'
  | 'external-dns'
  | 'external-secrets'
  | 'karpenter'
  | 'keda'
  | 'kube-prometheus-stack'
  | 'kube-proxy'
  | 'metrics-server'
  | 'snapshot-controller'
  | 'vpc-cni';

/** What the catalogue knows of an add-on beside its row in `controllers.ts`, which has its title, its image and its names. */
export interface AddOnRow {
  readonly controller: ControllerName;
  /** Where it is installed, unless somebody says otherwise. */
  readonly namespace: string;
  /** ServiceAccounts that take its role. */
  readonly serviceAccounts: readonly string[];
  /** What its role may do; absent where it calls nothing of AWS. */
  readonly permissions?: AddOnPermissions;
  /** What it cannot do without, where a value of its chart says so. */
  readonly needs?: readonly AddOnNeed[];
  /** What it does not run beside. */
  readonly conflicts?: readonly AddOnRelation[];
  /** What EKS Auto Mode has in its place: a clause. */
  readonly autoMode?: string;
  /** Only a cluster of EKS has a use for it. */
  readonly onlyEks?: true;
  /** The first version for each version of Kubernetes, where upstream has a table of them. */
  readonly minimums?: Readonly<Record<string, string>>;
  /** Objects beside its namespace and its ServiceAccounts that others name. */
  readonly brings?: readonly ClusterObject[];
  /** Objects that it makes where a value of its chart, or of its configuration, is true. */
  readonly bringsWhen?: readonly { readonly when: readonly string[]; readonly object: ClusterObject }[];
  /** What has gone wrong for others: whole sentences. */
  readonly traps: readonly string[];
  readonly forms: AddOnForms;
  readonly see: readonly [string, ...string[]];
}

export interface AddOnPermissions {
  /** Names of policies that AWS keeps. */
  readonly managedPolicies?: readonly string[];
  /** Statements of a policy of your own. */
  readonly statements?: readonly AddOnStatement[];
  /** Where a whole policy stands. */
  readonly policy?: string;
  /** Whether it does nothing at all without the role. */
  readonly required: boolean;
}

export interface AddOnStatement {
  readonly actions: readonly string[];
  readonly resources: string;
}

/** Another add-on, and what happens: a clause with its own subject. */
export interface AddOnRelation {
  readonly addOn: AddOnName;
  readonly why: string;
}

/** Needed where a value of the chart is true. */
export interface AddOnNeed extends AddOnRelation {
  readonly when: readonly string[];
}

/** Its ServiceMonitors are of a kind that the Prometheus Operator brings. */
export const monitoredWhen = (...when: readonly string[]): AddOnNeed => ({
  addOn: 'kube-prometheus-stack',
  when,
  why: 'its ServiceMonitor is of a kind that is not there, and its sync never ends',
});

/** The ways in which it can be installed. */
export interface AddOnForms {
  /** An add-on of EKS, by the name in its `controllers.ts` row; which configuration its schema takes, as far as that is known. */
  readonly eks?: EksForm;
  readonly chart?: ChartForm;
  readonly manifests?: ManifestsForm;
}

export interface EksForm {
  /** `community`: AWS checks its versions and answers for little more. */
  readonly owner: 'aws' | 'community';
  /** Keys of its configuration that are known, with the kind of their values; a version may have others. */
  readonly configuration?: Readonly<Record<string, ConfigurationKind>>;
}

/** `textBoolean` is "true" or "false" in quotes. */
export type ConfigurationKind = 'textBoolean' | 'text' | 'number' | 'map' | 'textMap' | 'list';

/** What Argo CD has to be permitted, and how it applies. */
interface Delivered {
  /** Cluster-scoped kinds that it makes, spelled as in an owner’s `clusterKinds`. */
  readonly clusterKinds: readonly string[];
  /** Namespaces that it writes into, beside its own. */
  readonly namespaces?: readonly string[];
  /** Its definitions are larger than what a client-side apply can note down. */
  readonly serverSideApply?: true;
}

export interface ChartForm extends Delivered {
  readonly chart: string;
  /** As Argo CD writes it: a registry of OCI without `oci://`. */
  readonly repoURL: string;
  /** The version that the values here were read for; where nobody has verified one, it must be given. */
  readonly seen?: string;
  /** A chart of the same repository and version that has the definitions; the chart's own are then left out. */
  readonly definitionsChart?: string;
  /** The maps of values that end in the annotations of its ServiceAccounts; absent where the chart has none. */
  readonly roleAnnotations?: readonly (readonly string[])[];
  /** Fields that differ at each rendering, or that it writes itself. */
  readonly ignored?: readonly IgnoredByArgoCd[];
}

export interface IgnoredByArgoCd {
  readonly group?: string;
  readonly kind: string;
  readonly name?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
}

/** Manifests that upstream keeps in Git, which Argo CD reads from there. */
export interface ManifestsForm extends Delivered {
  readonly repoURL: string;
  readonly paths: readonly string[];
  /** One file of the path alone, where it is a folder of plain YAML; absent: kustomize. */
  readonly file?: string;
  /** How a revision looks: `v8.2.0`. */
  readonly revision: string;
}

/** Kinds that most charts have. */
export const RBAC_KINDS: readonly string[] = ['ClusterRole', 'ClusterRoleBinding'];
export const DEFINITION_KIND = 'CustomResourceDefinition';
export const WEBHOOK_KINDS: readonly string[] = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
