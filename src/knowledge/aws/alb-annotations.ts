import { ALB_MORE, albAnnotationOfFamily } from './alb-more-annotations';
import { type AnyAnnotation, annotationsOf } from './annotation';
import { ARN_LIST, map, TEXT_LIST } from './annotation-lists';
import { BOOLEAN, choice, pattern, TEXT, whole } from './annotation-values';
import {
  ALB_TARGET_GROUP_ATTRIBUTES,
  CIDRS,
  HEALTH_INTERVAL,
  HEALTH_PORT,
  HEALTH_THRESHOLD,
  HEALTH_TIMEOUT,
  HTTP_PATH,
  LISTENERS,
  LOAD_BALANCER_NAME,
  PORT,
  PROTOCOL,
  SCHEME,
  SUBNETS,
  SUCCESS_CODES,
  TAGS,
  WEB_ACL,
} from './load-balancer-values';

/** Prefix of the keys that the AWS Load Balancer Controller reads on an Ingress. */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';

/** The controller's guide, with an anchor for each key. */
export const ALB_GUIDE =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/';

const ingress = annotationsOf('Ingress');
const both = annotationsOf('both');

const NEW_GROUPS = 'makes new target groups';
const KEPT = 'taking one away does not reset it';

/**
 * The annotations that properties of `AlbSettings` write. Together with `ALB_MORE` and `ALB_FAMILIES` they are all keys
 * that release 3.5 of the controller (2026-08-03) reads. Read on 2026-11-28.
 */
export const ALB = {
  scheme: ingress('scheme', SCHEME, { change: 'makes a new load balancer with a new DNS name' }),
  loadBalancerName: ingress('load-balancer-name', LOAD_BALANCER_NAME, { change: 'has no effect once it is made' }),
  loadBalancerAttributes: ingress('load-balancer-attributes', map(), { change: KEPT }),
  ipAddressType: ingress('ip-address-type', choice('ipv4', 'dualstack', 'dualstack-without-public-ipv4')),
  subnets: ingress('subnets', SUBNETS),
  securityGroups: ingress('security-groups', TEXT_LIST, {
    change: 'another order than that of a group’s other Ingresses is a conflict',
  }),
  manageBackendSecurityGroupRules: ingress('manage-backend-security-group-rules', BOOLEAN, { since: '2.3' }),
  inboundCidrs: ingress('inbound-cidrs', CIDRS),
  wafAclArn: ingress('wafv2-acl-arn', WEB_ACL, { change: 'taking it away leaves the ACL attached' }),
  tags: both('tags', TAGS),
  groupName: ingress(
    'group.name',
    pattern(
      /^(?=.{1,63}$)([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/,
      'lower-case letters, digits, inner hyphens and dots, at most 63',
    ),
    { change: 'moves the rules to another load balancer', autoMode: false },
  ),
  groupOrder: ingress('group.order', whole(-1000, 1000)),
  listenPorts: ingress('listen-ports', LISTENERS),
  sslRedirect: ingress('ssl-redirect', PORT, { change: 'counts for every Ingress of the group' }),
  certificateArn: ingress('certificate-arn', ARN_LIST),
  sslPolicy: ingress('ssl-policy', TEXT),
  targetType: both('target-type', choice('instance', 'ip'), { change: NEW_GROUPS }),
  backendProtocol: both('backend-protocol', PROTOCOL, { change: NEW_GROUPS }),
  backendProtocolVersion: both('backend-protocol-version', choice('HTTP1', 'HTTP2', 'GRPC'), { change: NEW_GROUPS }),
  targetGroupAttributes: both('target-group-attributes', ALB_TARGET_GROUP_ATTRIBUTES),
  healthPath: both('healthcheck-path', HTTP_PATH),
  healthPort: both('healthcheck-port', HEALTH_PORT),
  healthProtocol: both('healthcheck-protocol', PROTOCOL),
  healthInterval: both('healthcheck-interval-seconds', HEALTH_INTERVAL),
  healthTimeout: both('healthcheck-timeout-seconds', HEALTH_TIMEOUT),
  healthyThreshold: both('healthy-threshold-count', HEALTH_THRESHOLD),
  unhealthyThreshold: both('unhealthy-threshold-count', HEALTH_THRESHOLD),
  successCodes: both('success-codes', SUCCESS_CODES),
};

/** All annotations with a fixed key, in the order of the tables. */
export const ALB_ANNOTATIONS: readonly AnyAnnotation[] = [...Object.values(ALB), ...Object.values(ALB_MORE)];

const BY_KEY: ReadonlyMap<string, AnyAnnotation> = new Map(ALB_ANNOTATIONS.map((row) => [row.key, row]));

export const ALB_KEYS: readonly string[] = [...BY_KEY.keys()];

/** The row of a key without its prefix; undefined for a key that the controller does not know. */
export function albAnnotation(key: string): AnyAnnotation | undefined {
  return BY_KEY.get(key) ?? albAnnotationOfFamily(key);
}
