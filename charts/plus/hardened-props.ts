import type { Labels } from '../shared/labels';

import type { DisruptionBudgetProps } from '../workload/rollout-props';
import type { ContainerUser, SecurityProfile } from '../workload/security-profile';
import type { SpreadInput } from '../workload/topology-spread';

/** What `hardened` does otherwise. What cdk8s-plus was told itself always stays. */
export interface HardenedProps {
  /**
   * Name of the object, and the label that selects the Pods. Changing it makes the object anew; the generated name of
   * cdk8s-plus is kept by `name: deployment.name`.
   * @default - the name that cdk8s-plus was given, else the construct's id
   */
  readonly name?: string;
  /**
   * Labels that select the Pods, for a workload that runs already: a selector cannot be changed, only made anew.
   * @default - what `select()` was told, else `app.kubernetes.io/name` (the name) and `app.kubernetes.io/part-of` (the app)
   */
  readonly selectorLabels?: Labels;
  /** Pod Security level that the Pods keep to; lowering it rolls out new Pods. `@default` restricted */
  readonly profile?: SecurityProfile;
  /** Why the Pods reach their node, by its folders, its network or its rights: no level is kept then. `@default` - they do not */
  readonly host?: {
    /** A sentence that a reviewer accepts. */
    readonly reason: string;
  };
  /** The user of the Pods, where cdk8s-plus names none; `'image'` leaves it to the image. `@default` uid, gid and fsGroup 65532 */
  readonly user?: ContainerUser | 'image';
  /**
   * Spread over zones and nodes.
   * @default true of a Deployment or StatefulSet with two or more Pods that have no anti-affinity, but not on Fargate
   */
  readonly spread?: SpreadInput;
  /** Whether variables for every Service of the namespace are set. `@default` false */
  readonly enableServiceLinks?: boolean;
  /** Writes no number, because somebody else sets it, such as KEDA. `@default` - the environment's `minReplicas`, of a Deployment that names none */
  readonly replicas?: 'external';
  /** Leaves a Deployment's rollout as Kubernetes has it. `@default` - no Pod goes before its successor is ready */
  readonly strategy?: 'none';
  /** Old revisions that are kept, from 0; `'none'` writes nothing, which keeps 10. Not for Jobs. `@default` 3 */
  readonly revisionHistoryLimit?: number | 'none';
  /** Writes no probe. `@default` - TCP on the first port of a Deployment's first container, where cdk8s-plus has none */
  readonly readiness?: 'none';
  /** Seconds the first container of a Deployment sleeps before SIGTERM, where it has ports and no hook, from 0. `@default` 10 */
  readonly preStopSeconds?: number;
  /**
   * Whether a PodDisruptionBudget lets only one Pod be evicted at a time, or what it lets.
   * @default - one is made for a Deployment or StatefulSet with two or more Pods
   */
  readonly disruptionBudget?: boolean | DisruptionBudgetProps;
}
