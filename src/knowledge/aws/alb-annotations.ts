import { FRONTEND_NLB_ROWS } from './alb-frontend-nlb-rows';
import { LISTENER_ATTRIBUTES_ROW, LISTENER_ROWS } from './alb-listener-rows';
import { LOAD_BALANCER_ROWS } from './alb-load-balancer-rows';
import { LOGIN_ROWS } from './alb-login-rows';
import type { GroupMerge } from './alb-row';
import { ACTIONS_ROW, CONDITIONS_ROW, RULE_ROWS, TRANSFORMS_ROW } from './alb-rule-rows';
import { TARGET_CONTROL_ROW, TARGET_GROUP_ROWS } from './alb-target-group-rows';
import type { AnyAnnotation } from './annotation';

/** Prefix of the keys that the AWS Load Balancer Controller reads on an Ingress. */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';

/** The controller's guide, with an anchor for each key. */
export const ALB_GUIDE =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/';

/** A row of the table, whatever its type. */
export interface AnyAlbAnnotation extends AnyAnnotation {
  readonly merge: GroupMerge;
  readonly default: string;
}

/**
 * The annotations with a fixed key. Together with `ALB_FAMILIES` they are all keys that release 3.5 of the controller
 * (2026-08-03) reads on an Ingress. Read on 2026-11-28.
 */
export const ALB = {
  ...LOAD_BALANCER_ROWS,
  ...LISTENER_ROWS,
  ...TARGET_GROUP_ROWS,
  ...LOGIN_ROWS,
  ...RULE_ROWS,
  ...FRONTEND_NLB_ROWS,
};

/** All annotations with a fixed key, in the order of the tables. */
export const ALB_ANNOTATIONS: readonly AnyAlbAnnotation[] = Object.values(ALB);

/** Annotations whose keys end in a name that the user chooses: of an action, a Service or a listener. */
export const ALB_FAMILIES: readonly AnyAlbAnnotation[] = [
  ACTIONS_ROW,
  CONDITIONS_ROW,
  TRANSFORMS_ROW,
  LISTENER_ATTRIBUTES_ROW,
  TARGET_CONTROL_ROW,
];

/** Keys that no property writes, each with the reason. */
export const WITHOUT_PROPERTY: Readonly<Record<string, string>> = {
  'dry-run-plan': 'the controller writes it',
  'web-acl-id': 'another name of waf-acl-id, which `wafClassicAclId` writes',
};

const BY_KEY: ReadonlyMap<string, AnyAlbAnnotation> = new Map(ALB_ANNOTATIONS.map((row) => [row.key, row]));

export const ALB_KEYS: readonly string[] = [...BY_KEY.keys()];

/** The row of a key without its prefix; undefined for a key that the controller does not know. */
export function albAnnotation(key: string): AnyAlbAnnotation | undefined {
  return BY_KEY.get(key) ?? ALB_FAMILIES.find((family) => key.startsWith(family.key) && key !== family.key);
}

/** How the keys of a family end, where that is not a name alone. */
const ENDS: Readonly<Record<string, readonly [form: RegExp, words: string]>> = {
  [LISTENER_ATTRIBUTES_ROW.key]: [/^HTTPS?-[1-9]\d{0,4}$/, 'the protocol and port of a listener, such as HTTPS-443'],
  [TARGET_CONTROL_ROW.key]: [/^[a-z][-a-z0-9]*\.[-a-z0-9]+$/, 'a Service and its port, such as web.80'],
};

/** How the key of a family has to end; undefined where it does. */
export function wrongEnd(key: string, { key: family }: Pick<AnyAnnotation, 'key'>): string | undefined {
  const end = ENDS[family];
  return end === undefined || end[0].test(key.slice(family.length)) ? undefined : end[1];
}
