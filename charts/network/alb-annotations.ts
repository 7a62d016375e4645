import { ALB_ANNOTATION_KEYS, isAlbAnnotation, ALB_PREFIX as PREFIX } from '../../src/model/alb-annotations';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../problems';

/** Health checks of the target group. What is left out, the controller decides. */
export interface AlbHealthCheck {
  /** `@default` - the backend's readiness path where it has one, else `/` (controller) */
  readonly path?: string;
  /** Number, or `traffic-port`. `@default` traffic-port (controller) */
  readonly port?: number | 'traffic-port';
  /** Seconds between checks, 5–300. `@default` 15 (controller) */
  readonly intervalSeconds?: number;
  /** Seconds until a check counts as failed, 2–120. `@default` 5 (controller) */
  readonly timeoutSeconds?: number;
  /** `@default` 2 (controller) */
  readonly healthyThreshold?: number;
  /** `@default` 2 (controller) */
  readonly unhealthyThreshold?: number;
  /** Such as `200` or `200-399`. `@default` 200 (controller) */
  readonly successCodes?: string;
}

export interface AlbAnnotationInput {
  readonly scheme: 'internal' | 'internet-facing';
  readonly targetType: 'ip' | 'instance';
  readonly certificateArns: readonly string[];
  readonly sslPolicy?: string;
  readonly healthCheck: AlbHealthCheck;
  readonly group?: { readonly name: string; readonly order?: number };
  readonly inboundCidrs?: readonly string[];
  readonly loadBalancerName?: string;
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  readonly targetGroupAttributes?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly wafAclArn?: string;
  /** Further annotations, with or without the controller's prefix. */
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * Typed properties → the controller's annotations. All values are text; unknown keys are ignored by the controller
 * without a word, so they are refused here.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 */
export function albAnnotations(input: AlbAnnotationInput, problems: Problems): Record<string, string> {
  const tls = input.certificateArns.length > 0;
  const { healthCheck: health, group } = input;
  const found: Record<string, string | undefined> = {
    scheme: input.scheme,
    'target-type': input.targetType,
    'listen-ports': tls ? '[{"HTTP":80},{"HTTPS":443}]' : undefined,
    'ssl-redirect': tls ? '443' : undefined,
    'certificate-arn': tls ? input.certificateArns.join(',') : undefined,
    'ssl-policy': tls ? (input.sslPolicy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06') : undefined,
    'healthcheck-path': health.path,
    'healthcheck-port': text(health.port),
    'healthcheck-interval-seconds': text(health.intervalSeconds),
    'healthcheck-timeout-seconds': text(health.timeoutSeconds),
    'healthy-threshold-count': text(health.healthyThreshold),
    'unhealthy-threshold-count': text(health.unhealthyThreshold),
    'success-codes': health.successCodes,
    'group.name': group?.name,
    'group.order': text(group?.order),
    'inbound-cidrs': input.inboundCidrs?.join(','),
    'load-balancer-name': input.loadBalancerName,
    'load-balancer-attributes': stringMap(input.loadBalancerAttributes),
    'target-group-attributes': stringMap(input.targetGroupAttributes),
    tags: stringMap(input.tags),
    'wafv2-acl-arn': input.wafAclArn,
  };
  const annotations: Record<string, string> = {};
  for (const [key, value] of Object.entries(found)) if (value !== undefined) annotations[`${PREFIX}${key}`] = value;
  for (const [key, value] of Object.entries(input.extra)) {
    const bare = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    if (key.includes('/') && !key.startsWith(PREFIX)) annotations[key] = value;
    else if (isAlbAnnotation(bare)) annotations[`${PREFIX}${bare}`] = value;
    else {
      const hint = didYouMean(bare, ALB_ANNOTATION_KEYS);
      problems.add(
        `the load balancer controller knows no annotation "${bare}" and would ignore it without a word.${hint}`,
        'correct or remove it.',
      );
    }
  }
  return annotations;
}

function text(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** `k=v,k=v`, sorted; a comma inside a value is escaped. */
function stringMap(map: Readonly<Record<string, string>> | undefined): string | undefined {
  if (map === undefined || Object.keys(map).length === 0) return undefined;
  return Object.keys(map)
    .sort()
    .map((key) => `${key}=${(map[key] as string).replace(/[\\,]/g, '\\$&')}`)
    .join(',');
}
