import { ALB_PREFIX as PREFIX } from '../../src/knowledge/aws/alb-annotations';
import { byCodeUnit } from '../../src/model/order';
import type { AlbListeners } from './alb-listeners';
import type { AlbSettings } from './alb-settings';
import { targetGroupAttributes } from './alb-target-group';

/**
 * Typed settings → the controller's annotations, each value as text. A key's meaning and first release stand in the
 * guide, all keys in one table (src/knowledge/aws/alb-annotations.ts).
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 */
export function albAnnotations(
  settings: AlbSettings,
  listeners: AlbListeners,
  healthPath: string | undefined,
): Record<string, string> {
  const { healthCheck: health, group } = settings;
  return prefixed({
    scheme: settings.scheme,
    'target-type': settings.targetType ?? 'ip',
    'listen-ports': listeners.ports?.length ? listenPorts(listeners.ports) : undefined,
    'ssl-redirect': text(listeners.redirectTo),
    'certificate-arn': list(listeners.certificateArns),
    'ssl-policy': listeners.sslPolicy,
    'backend-protocol': settings.backendProtocol,
    'backend-protocol-version': settings.backendProtocolVersion,
    'healthcheck-path': health?.path ?? healthPath,
    'healthcheck-port': text(health?.port),
    'healthcheck-protocol': health?.protocol,
    'healthcheck-interval-seconds': text(health?.intervalSeconds),
    'healthcheck-timeout-seconds': text(health?.timeoutSeconds),
    'healthy-threshold-count': text(health?.healthyThreshold),
    'unhealthy-threshold-count': text(health?.unhealthyThreshold),
    'success-codes': health?.successCodes,
    'target-group-attributes': stringMap(targetGroupAttributes(settings)),
    'group.name': group?.name,
    'group.order': text(group?.order),
    'inbound-cidrs': list(settings.inboundCidrs),
    'security-groups': list(settings.securityGroups),
    'manage-backend-security-group-rules': text(settings.manageBackendSecurityGroupRules),
    subnets: list(settings.subnets),
    'ip-address-type': settings.ipAddressType,
    'load-balancer-name': settings.loadBalancerName,
    'load-balancer-attributes': stringMap(settings.loadBalancerAttributes),
    tags: stringMap(settings.tags),
    'wafv2-acl-arn': settings.wafAclArn,
  });
}

/** Keys with the controller's prefix, without those that have no value. */
export function prefixed(annotations: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of Object.keys(annotations)) {
    const value = annotations[key];
    if (value !== undefined) found[`${PREFIX}${key}`] = value;
  }
  return found;
}

function text(value: number | string | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function list(items: readonly string[] | undefined): string | undefined {
  return items === undefined || items.length === 0 ? undefined : items.join(',');
}

/** `[{"HTTP":80},{"HTTPS":443}]` */
function listenPorts(ports: NonNullable<AlbListeners['ports']>): string {
  return JSON.stringify(ports.map(({ protocol, port }) => ({ [protocol]: port })));
}

/** `k=v,k=v`, sorted; the parser takes a backslash as "the next character as it is". */
function stringMap(map: Readonly<Record<string, string>> | undefined): string | undefined {
  if (map === undefined || Object.keys(map).length === 0) return undefined;
  return Object.entries(map)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, value]) => `${key}=${value.replace(/[\\,]/g, '\\$&')}`)
    .join(',');
}
