import type { IgnoredFields } from './ignored-fields';

/** How one environment's output reaches its cluster. */
export interface GitOps {
  readonly repoURL: string;
  readonly branch: string;
  /**
   * What keeps environments apart in Git: folders of one branch, a branch for each, or a repository for each. `@default`
   * folders
   */
  readonly delivery?: 'folders' | 'branches' | 'repositories';
  /**
   * Who reads the output. Argo CD, which is given an Application for each app, or one ApplicationSet; or Flux, which is given
   * a Kustomization for each. `@default` applications
   */
  readonly consumer?: 'applications' | 'application-set' | 'flux';
  /** What Flux alone is told; only with `consumer: flux`. */
  readonly flux?: FluxSettings;
  /** Path of the output folder inside the repository: `dist`. */
  readonly pathPrefix: string;
  /** Namespace that Argo CD reads Applications from. */
  readonly namespace: string;
  /** Argo CD's minor version as text. Only fields it knows are emitted. `@default` 3.2 */
  readonly version: string;
  readonly flavour: 'self-managed' | 'eks-capability';
  readonly destination: Destination;
  readonly syncPolicy: SyncPolicy;
  /** Kinds that hold data or machines beside those that are known: `postgresql.cnpg.io/Cluster`, `ConfigMap`. */
  readonly protect?: readonly string[];
  /** Fields that others write, of objects of any app: what an injector or an operator fills in. */
  readonly ignoreDifferences?: readonly IgnoredFields[];
  /** When Argo CD may sync; absent: at any time. */
  readonly syncWindows?: readonly SyncWindow[];
  /** Who is told what of Applications; absent: nobody, as far as Git goes. */
  readonly notifications?: readonly Notification[];
  /** Put before the names of Applications and projects, where several repositories share one Argo CD. */
  readonly id?: string;
}

/** What Flux alone is told. */
export interface FluxSettings {
  /** Secret in `namespace` by which Flux reads the repository. `@default` - none, for a repository that anybody may read */
  readonly sourceSecret?: string;
  /**
   * Whether each app is applied as the ServiceAccount of its owner, which may do what RBAC says, in place of the controller's
   * own, which may do everything. `@default` false
   */
  readonly ownerAccounts?: boolean;
}

/** Exactly one way to name the target cluster. */
export type Destination = { readonly name: string } | { readonly server: string } | { readonly clusterArn: string };

export interface SyncPolicy {
  readonly automated: boolean;
  readonly prune: boolean;
  readonly selfHeal: boolean;
  /** Deletes only when everything else is synced and healthy. Immutable configuration is deleted last in any case. */
  readonly pruneLast: boolean;
}

/** A span of time, again and again, in which Argo CD syncs or does not. */
export interface SyncWindow {
  /** `allow`: outside of all such windows nothing is synced; `deny`: within it nothing is, whatever allows it. */
  readonly kind: 'allow' | 'deny';
  /** When it opens: five fields of cron. */
  readonly schedule: string;
  /** How long it stays open, as Go writes durations: `8h`, `1h30m`. */
  readonly duration: string;
  /** Zone that the schedule is read in. `@default` UTC */
  readonly timeZone?: string;
  /** Apps that it is about, with `*` for any characters. `@default` - all */
  readonly apps?: readonly string[];
  /** Whether a person may sync all the same. `@default` false */
  readonly manualSync?: boolean;
  /** Why it is there; Argo CD shows it. At most 255 bytes. */
  readonly description?: string;
}

/** What Argo CD’s notifications controller tells whom. */
export interface Notification {
  /** Trigger of `argocd-notifications-cm`: `on-sync-failed`, `on-health-degraded`. */
  readonly trigger: string;
  /** Service of `argocd-notifications-cm`: `slack`, `email`. */
  readonly service: string;
  /** Channels, addresses and the like, as the service takes them. */
  readonly recipients: readonly string[];
  /** Owners whose Applications are meant. `@default` - all, and the Applications of add-ons */
  readonly owners?: readonly string[];
}
