import type { Toleration } from '../../imports/k8s';
import type { Labels } from '../shared/labels';
import type { Without } from '../shared/without';
import type { ContainerResources, SizeName } from '../workload/resources';
import type { EnvInput, Named } from '../workload/values';

/** What the Pods of an agent or a collector can be told. */
export interface TelemetryPodProps {
  /** Name of what is made. `@default` the construct's id */
  readonly name?: string;
  /** Labels of what is made, beside those of the app. `@default` - none */
  readonly labels?: Labels;
  /** `repository:tag` or with a digest; `releasedImage(scope, name)` reads it from `release.yaml`. */
  readonly image: string;
  /** A name of the environment's `sizes`, or the numbers; `'none'` states nothing. `@default` small */
  readonly resources?: SizeName | ContainerResources;
  /** Further variables. `@default` - none */
  readonly env?: Readonly<Record<string, EnvInput>>;
  /** Labels of the nodes that the Pods may run on. `@default` - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Taints of nodes that the Pods may run on nevertheless. `@default` - none */
  readonly tolerations?: readonly Toleration[];
  /** A PriorityClass: whose Pods are evicted first where a node is full. `@default` - the cluster's default class */
  readonly priorityClassName?: Named;
}

/** A role of the environment. */
export interface TelemetryRole {
  /** Name of a role under `identity.iamRoles` that may write where it sends. A ServiceAccount is made for it. */
  readonly iamRole: string;
}

/** An account that is there. */
export interface TelemetryAccount {
  /** An existing ServiceAccount with such a role, instead of `iamRole`. */
  readonly serviceAccount: Named;
}

/** As whom AWS is called. */
export type TelemetryIdentity =
  | (TelemetryRole & Without<'serviceAccount', 'AWS is called as one: leave iamRole or serviceAccount out'>)
  | (TelemetryAccount & Without<'iamRole', 'AWS is called as one: leave iamRole or serviceAccount out'>);
