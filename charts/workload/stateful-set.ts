import type { Construct } from 'constructs';
import { KubeStatefulSet, type PodTemplateSpec, type StatefulSetUpdateStrategy } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type ClaimTemplate, claimTemplate, withClaimKinds } from './claim-templates';
import { historyLimit, judgeShare } from './deployment';
import { type Naming, objectMetadata } from './labels';

/** What a StatefulSet can be told beside its Pods. */
export interface StatefulSetProps {
  /** Volumes of each Pod. A StatefulSet that exists keeps its templates: `docs/growing-a-claim.md` has the steps to larger ones. */
  readonly claims?: readonly ClaimTemplate[];
  /** `Parallel` starts and stops all Pods at once; updates still go one by one. `@default` OrderedReady (Kubernetes) */
  readonly podManagementPolicy?: 'Parallel';
  /** Seconds a new Pod has to be ready before it counts, from 0. `@default` 0 (Kubernetes) */
  readonly minReadySeconds?: number;
  /** Old revisions that are kept for `kubectl rollout undo`, from 0; `'none'` writes nothing, which keeps 10. `@default` 3 */
  readonly revisionHistoryLimit?: number | 'none';
  /**
   * `OnDelete` replaces only Pods that somebody deletes; `partition` keeps Pods below that number as they are, for a rollout
   * in steps; `maxUnavailable` at a time (Kubernetes 1.35). `@default` RollingUpdate, one by one (Kubernetes)
   */
  readonly updateStrategy?: 'OnDelete' | StatefulRollingUpdate;
  /** What happens to the claims of Pods that go. `@default` - they stay (Kubernetes) */
  readonly claimRetention?: ClaimRetention;
  /** Number of the first Pod, from 0. `@default` 0 (Kubernetes) */
  readonly firstOrdinal?: number;
}

/** How the Pods of a StatefulSet are replaced. */
export interface StatefulRollingUpdate {
  /** Pods with a lower number keep the old version, from 0. `@default` 0 (Kubernetes) */
  readonly partition?: number;
  /** Pods that may be missing at a time. `@default` 1 (Kubernetes) */
  readonly maxUnavailable?: number | `${number}%`;
}

/** Whether the claims of a StatefulSet outlive its Pods. Their data goes with a deleted claim. */
export interface ClaimRetention {
  /** When the StatefulSet is deleted. `@default` Retain (Kubernetes) */
  readonly whenDeleted?: 'Retain' | 'Delete';
  /** When there are fewer Pods than before. `@default` Retain (Kubernetes) */
  readonly whenScaled?: 'Retain' | 'Delete';
}

/** @param replicas undefined where somebody else sets them */
export function statefulSetFor(
  scope: Construct,
  naming: Naming,
  props: StatefulSetProps,
  replicas: number | undefined,
  template: PodTemplateSpec,
): KubeStatefulSet {
  const { claims = [] } = props;
  const made = new KubeStatefulSet(scope, 'StatefulSet', {
    metadata: objectMetadata(naming),
    spec: {
      ...defined({ replicas }),
      ...fields(props),
      selector: { matchLabels: { ...naming.selector } },
      serviceName: naming.name,
      template,
      ...(claims.length === 0 ? {} : { volumeClaimTemplates: claims.map(claimTemplate) }),
    },
  });
  withClaimKinds(made, claims);
  return made;
}

function fields(props: StatefulSetProps) {
  const { podManagementPolicy, minReadySeconds, updateStrategy, claimRetention, firstOrdinal } = props;
  return defined({
    revisionHistoryLimit: historyLimit(props.revisionHistoryLimit),
    podManagementPolicy,
    minReadySeconds,
    updateStrategy: updateStrategy && strategyOf(updateStrategy),
    persistentVolumeClaimRetentionPolicy: claimRetention && { ...claimRetention },
    ordinals: firstOrdinal === undefined ? undefined : { start: firstOrdinal },
  });
}

function strategyOf(strategy: 'OnDelete' | StatefulRollingUpdate): StatefulSetUpdateStrategy {
  if (strategy === 'OnDelete') return { type: 'OnDelete' };
  const { partition, maxUnavailable } = strategy;
  return {
    type: 'RollingUpdate',
    rollingUpdate: defined({
      partition,
      maxUnavailable: maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
    }),
  };
}

export function judgeStatefulSet(props: StatefulSetProps, problems: Problems): void {
  const { minReadySeconds, revisionHistoryLimit, updateStrategy, firstOrdinal } = props;
  problems.integer('minReadySeconds', minReadySeconds, 0);
  problems.integer('firstOrdinal', firstOrdinal, 0);
  if (revisionHistoryLimit !== 'none') problems.integer('revisionHistoryLimit', revisionHistoryLimit, 0);
  if (typeof updateStrategy !== 'object') return;
  problems.integer('updateStrategy.partition', updateStrategy.partition, 0);
  judgeShare('updateStrategy.maxUnavailable', updateStrategy.maxUnavailable, problems);
}
