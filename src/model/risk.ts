import { type LoadBalancerEffect, loadBalancerEffect } from '../knowledge/aws/load-balancer-changes';
import type { Holding } from '../knowledge/irreplaceable/row';
import type { Environment } from './environment';
import type { ObjectIdentity } from './identity';
import { lossOf } from './irreplaceable';
import type { JsonValue } from './json';
import { isRefusedChange } from './refused-change';

/** What a change does beyond the field it changes; the worst that applies. */
export type Risk = 'refused' | Holding | LoadBalancerEffect | 'restart' | 'access' | 'traffic' | 'scale';

/** Said behind a change, for the person who reviews it. */
export const RISK_TEXT: Readonly<Record<Risk, string>> = {
  refused: 'the API server refuses this change',
  data: 'deletes data, once somebody confirms',
  machines: 'takes machines away, once somebody confirms',
  address: 'gives up an address that clients use',
  'load-balancer': 'deletes the load balancer and makes another one, with another address',
  targets: 'makes new target groups: requests fail until their targets are healthy',
  later: 'changes nothing of the load balancer that exists',
  restart: 'rolls out new Pods',
  access: 'changes who may do what',
  traffic: 'changes who reaches whom',
  scale: 'changes the number of Pods',
};

const WORKLOADS = 'Deployment StatefulSet DaemonSet ReplicaSet';

/** Kinds, fields, risk of a change that is allowed; the first row that fits decides. */
const FIELDS: readonly (readonly [kinds: string, field: RegExp, risk: Risk])[] = [
  [WORKLOADS, /^spec\.template\b/, 'restart'],
  ['Role ClusterRole', /^(rules|aggregationRule)\b/, 'access'],
  ['RoleBinding ClusterRoleBinding', /^(subjects|roleRef)\b/, 'access'],
  ['ServiceAccount', /^metadata\.annotations.*role-arn/, 'access'],
  ['Service', /^spec\.(selector|ports|type|externalName)\b/, 'traffic'],
  ['Ingress Gateway HTTPRoute NetworkPolicy IngressClassParams TargetGroupBinding', /^spec\b/, 'traffic'],
  ['Ingress', /^metadata\.annotations.*alb\.ingress\.kubernetes\.io/, 'traffic'],
  [
    'Service',
    /^metadata\.annotations.*service\.beta\.kubernetes\.io\/.*(actions|attributes|ranges|security-group|ssl-|subnets|proxy-protocol)/,
    'traffic',
  ],
  ['Service', /^spec\.loadBalancerSourceRanges\b/, 'traffic'],
  [WORKLOADS, /^spec\.replicas$/, 'scale'],
  ['HorizontalPodAutoscaler', /^spec\b/, 'scale'],
];

/** What is looked at of a change. */
export interface ChangedField {
  readonly kind: 'removed' | 'added' | 'changed';
  readonly object: ObjectIdentity;
  readonly field: string;
  /** The field's own value, then and now. */
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/**
 * The risk of one change, from its kind and field.
 * @param was the whole object as it was
 * @param environment adds to the kinds that hold something
 * @param now the whole object as it is, where it is still there
 */
export function riskOf(
  { kind, object, field, ...values }: ChangedField,
  was: JsonValue | undefined,
  environment: Pick<Environment, 'gitops'> = {},
  now?: JsonValue,
): Risk | undefined {
  if (kind === 'added') return undefined;
  const loss = lossOf(object, was, environment);
  if (kind === 'removed') return loss?.holds;
  // What made it hold something is no longer so: a Service gives its load balancer back.
  if (loss?.when?.field.join('.') === field) return loss.holds;
  const byArgocd = environment.gitops !== undefined;
  if (isRefusedChange({ object, field, ...values, was, now, byArgocd })) return 'refused';
  const effect = loadBalancerEffect(object.kind, field, values.before, values.after);
  if (effect !== undefined) return effect;
  return FIELDS.find(([kinds, pattern]) => has(kinds, object.kind) && pattern.test(field))?.[2];
}

function has(kinds: string, kind: string): boolean {
  return kinds.split(' ').includes(kind);
}
