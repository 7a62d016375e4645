import { HOOKS } from '../knowledge/argocd/annotations';
import { ROLLOUT } from '../knowledge/argocd/rollouts';
import { mapAt, textAt } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';

const LAST = 3;

/**
 * Order within one Application. A wave waits until the wave before is healthy. A claim is in the wave of its Pods, since
 * a claim that waits for its first Pod would block a later wave; one of a volume that exists is bound at once, and comes
 * before them, since Fargate refuses a Pod whose claim is not bound. Kinds that need a load balancer come last but one: the
 * controller of Argo Rollouts refuses a Rollout whose Ingress is not there, and one that waits for somebody would keep all
 * later waves waiting. An autoscaler that finds no target is degraded, so it comes with its Rollout. Kinds that are not
 * listed are in wave 0.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-waves/
 */
const KINDS_BY_WAVE: readonly (readonly [number, string])[] = [
  [-5, 'CustomResourceDefinition'],
  [-4, 'Namespace ServiceAccount Role RoleBinding ClusterRole ClusterRoleBinding'],
  [-3, 'ResourceQuota LimitRange NetworkPolicy SecurityGroupPolicy'],
  [-3, 'StorageClass VolumeAttributesClass VolumeSnapshotClass IngressClass IngressClassParams PriorityClass'],
  [-3, 'RuntimeClass EC2NodeClass NodeClass ReferenceGrant'],
  // A class and a Gateway are not served before their configurations are there.
  [-3, 'LoadBalancerConfiguration TargetGroupConfiguration ListenerRuleConfiguration'],
  [-2, 'GatewayClass'],
  [-2, 'ClusterSecretStore SecretStore PersistentVolume'],
  [-1, 'ExternalSecret ConfigMap Secret TriggerAuthentication ResourceClaim ResourceClaimTemplate'],
  [1, 'HorizontalPodAutoscaler PodDisruptionBudget ScaledObject ScaledJob VerticalPodAutoscaler'],
  [2, 'Ingress Gateway HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute'],
  [LAST, 'Job JobSet Rollout'],
];

const WAVES: ReadonlyMap<string, number> = new Map(
  KINDS_BY_WAVE.flatMap(([wave, kinds]) => kinds.split(' ').map((kind) => [kind, wave] as const)),
);

export function waveOf({ group, kind, value }: RenderedObject): number {
  const isStatic =
    kind === 'PersistentVolumeClaim' &&
    group === '' &&
    textAt(value, 'spec', 'storageClassName') === '' &&
    textAt(value, 'spec', 'volumeName') !== undefined;
  if (isStatic) return BEFORE_PODS;
  const annotations = mapAt(value, 'metadata', 'annotations');
  // A Job that is a hook has its own order, in its own phase.
  const isHook = kind === 'Job' && HOOKS.some((key) => annotations[key] !== undefined);
  if (isHook) return 0;
  return scalesRollout(value) ? LAST : (WAVES.get(kind) ?? 0);
}

function scalesRollout(value: unknown): boolean {
  return ['scaleTargetRef', 'targetRef'].some((field) => textAt(value, 'spec', field, 'kind') === ROLLOUT.kind);
}

const BEFORE_PODS = -1;
