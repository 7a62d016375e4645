import type { HealthIssue } from './cluster';

export interface AddOnFacts {
  readonly name: string;
  /** `v1.20.4-eksbuild.2` */
  readonly version: string;
  readonly status?: string;
  /** The role that the add-on's ServiceAccount has by IRSA. */
  readonly roleArn?: string;
  /** ServiceAccounts that have a role by Pod Identity, as ids of associations. */
  readonly podIdentityAssociations?: readonly string[];
  readonly namespace?: string;
  /** What it was configured with, as JSON; values whose key sounds like a secret are left out. */
  readonly configuration?: unknown;
  readonly healthIssues?: readonly HealthIssue[];
}

/** Versions of one add-on that fit one version of Kubernetes. */
export interface AddOnVersions {
  readonly name: string;
  readonly kubernetesVersion: string;
  /** What EKS installs where nobody says which. */
  readonly default?: string;
  readonly versions: readonly string[];
}

/** Argo CD, ACK or kro as EKS runs them. */
export interface CapabilityFacts {
  readonly name: string;
  /** `ARGOCD`, `ACK`, `KRO` */
  readonly type?: string;
  readonly status?: string;
  readonly version?: string;
  readonly roleArn?: string;
  /** Of Argo CD. */
  readonly namespace?: string;
  readonly serverUrl?: string;
  readonly healthIssues?: readonly HealthIssue[];
}
