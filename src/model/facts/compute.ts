import type { HealthIssue } from './cluster';

export interface NodeGroupFacts {
  readonly name: string;
  readonly status?: string;
  readonly kubernetesVersion?: string;
  readonly releaseVersion?: string;
  readonly amiType?: string;
  readonly capacityType?: string;
  readonly instanceTypes?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly subnetIds?: readonly string[];
  readonly nodeRoleArn?: string;
  /** GiB of the nodes' disk; absent where a launch template says. */
  readonly diskSize?: number;
  readonly launchTemplate?: string;
  /** Nodes that an update may take at once: `1`, `33%`. */
  readonly maxUnavailable?: string;
  readonly updateStrategy?: string;
  readonly nodeRepair?: boolean;
  readonly healthIssues?: readonly HealthIssue[];
}

export interface FargateProfileFacts {
  readonly name: string;
  readonly status?: string;
  readonly podExecutionRoleArn?: string;
  readonly subnetIds?: readonly string[];
  readonly selectors: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[];
  readonly healthIssues?: readonly HealthIssue[];
}
