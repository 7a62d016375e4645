import { HOOKS } from '../knowledge/argocd/annotations';
import { mapAt } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';
import { hasItsVolume } from '../model/sync/claim-uses';

/** No wave waits for what is in the last one. */
export const LAST = 3;

/**
 * Order within one Application, where nothing that an object needs says otherwise (`orderOf`). A wave waits until the wave
 * before is healthy. A claim of a volume that exists is bound at once, and comes before its Pods, since Fargate refuses a
 * Pod whose claim is not bound. Kinds that need a load balancer come last but one: the controller of Argo Rollouts refuses a
 * Rollout whose Ingress is not there, and one that waits for somebody would keep all later waves waiting. Kinds that are
 * not listed are in wave 0.
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
  [-1, 'ExternalSecret SealedSecret SecretProviderClass ConfigMap Secret'],
  [-1, 'TriggerAuthentication ResourceClaim ResourceClaimTemplate'],
  [1, 'HorizontalPodAutoscaler PodDisruptionBudget ScaledObject ScaledJob VerticalPodAutoscaler'],
  [2, 'Ingress Gateway ListenerSet HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute'],
  [LAST, 'Job JobSet Rollout'],
];

const WAVES: ReadonlyMap<string, number> = new Map(
  KINDS_BY_WAVE.flatMap(([wave, kinds]) => kinds.split(' ').map((kind) => [kind, wave] as const)),
);

/** The wave of an object that neither says its own nor needs another. */
export function tableWave(object: RenderedObject): number {
  const { group, kind, value } = object;
  if (kind === 'PersistentVolumeClaim' && group === '' && hasItsVolume(object)) return BEFORE_PODS;
  const annotations = mapAt(value, 'metadata', 'annotations');
  // A Job that is a hook has its own order, in its own phase.
  const isHook = kind === 'Job' && HOOKS.some((key) => annotations[key] !== undefined);
  return isHook ? 0 : (WAVES.get(kind) ?? 0);
}

const BEFORE_PODS = -1;
