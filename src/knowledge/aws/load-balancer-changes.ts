import { ALB, ALB_ANNOTATIONS, ALB_PREFIX, type AnyAlbAnnotation } from './alb-annotations';
import { TARGET_CONTROL_ROW } from './alb-target-group-rows';
import { nlbKey } from './nlb-annotation';

/** What the AWS Load Balancer Controller does about a change beside the field itself. */
export type LoadBalancerEffect = 'load-balancer' | 'targets' | 'later';

interface Row {
  readonly kinds: string;
  /** Annotations by their full keys, or fields. */
  readonly fields: readonly string[];
  /** Whether `fields` are beginnings of keys: a family whose keys end in names. */
  readonly isFamily?: boolean;
  readonly effect: LoadBalancerEffect;
  /** What counts where nothing is said: to write it out changes nothing. */
  readonly default?: string;
}

const nlb = (...names: readonly string[]) => names.map((name) => annotation(nlbKey(name)));

/** What a Service says counts in place of the Ingress: where it says nothing, the Ingress decides. */
function albRow({ key, scope, replaces: effect, default: text }: AnyAlbAnnotation): readonly Row[] {
  if (effect === undefined) return [];
  const fields = [annotation(`${ALB_PREFIX}${key}`)];
  const known = text.startsWith('- ') ? {} : { default: text };
  const ofIngress = { kinds: 'Ingress', fields, effect, ...known };
  if (scope === 'Ingress') return [ofIngress];
  return [ofIngress, { kinds: 'Service', fields, effect, ...(key === ALB.targetType.key ? {} : known) }];
}

/**
 * A load balancer is replaced where its type or scheme differs, a target group where its target type, protocol or
 * protocol version does. The old one is deleted before the new one is made, and the new one has another DNS name.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/deploy/elbv2
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#scheme
 */
const ROWS: readonly Row[] = [
  ...ALB_ANNOTATIONS.flatMap(albRow),
  {
    kinds: 'Ingress',
    fields: [annotation(`${ALB_PREFIX}${TARGET_CONTROL_ROW.key}`).slice(0, -2)],
    isFamily: true,
    effect: TARGET_CONTROL_ROW.replaces ?? 'targets',
  },
  { kinds: 'IngressClassParams', fields: ['spec.scheme'], effect: 'load-balancer', default: 'internal' },
  { kinds: 'IngressClassParams', fields: ['spec.group.name', 'spec.group'], effect: 'load-balancer' },
  { kinds: 'IngressClassParams', fields: ['spec.targetType'], effect: 'targets', default: 'instance' },
  { kinds: 'IngressClassParams', fields: ['spec.loadBalancerName'], effect: 'later' },
  { kinds: 'LoadBalancerConfiguration', fields: ['spec.scheme'], effect: 'load-balancer', default: 'internal' },
  { kinds: 'LoadBalancerConfiguration', fields: ['spec.loadBalancerName'], effect: 'later' },
  { kinds: 'Gateway', fields: ['spec.gatewayClassName'], effect: 'load-balancer' },
  {
    kinds: 'TargetGroupConfiguration',
    fields: ['spec.defaultConfiguration.targetType'],
    effect: 'targets',
    default: 'instance',
  },
  {
    kinds: 'TargetGroupConfiguration',
    fields: ['spec.defaultConfiguration.protocol', 'spec.defaultConfiguration.protocolVersion'],
    effect: 'targets',
  },
  { kinds: 'Service', fields: nlb('scheme'), effect: 'load-balancer', default: 'internal' },
  { kinds: 'Service', fields: nlb('internal', 'type'), effect: 'load-balancer' },
  { kinds: 'Service', fields: nlb('nlb-target-type'), effect: 'targets', default: 'instance' },
  { kinds: 'Service', fields: nlb('backend-protocol'), effect: 'targets', default: 'tcp' },
  { kinds: 'Service', fields: nlb('enable-tcp-udp-listener'), effect: 'targets', default: 'false' },
  { kinds: 'Service', fields: nlb('quic-enabled-ports'), effect: 'targets' },
  { kinds: 'Service', fields: nlb('name', 'eip-allocations', 'private-ipv4-addresses'), effect: 'later' },
  { kinds: 'Service', fields: nlb('disable-nlb-sg'), effect: 'later', default: 'false' },
];

/** A load balancer that a Service has keeps its scheme when the annotation goes. */
const KEPT = new Set(nlb('scheme'));

/** @param field as `fieldPath` writes it: `metadata.annotations["alb.ingress.kubernetes.io/scheme"]` */
export function loadBalancerEffect(
  kind: string,
  field: string,
  before: unknown,
  after: unknown,
): LoadBalancerEffect | undefined {
  const row = ROWS.find(
    ({ kinds, fields, isFamily }) =>
      kinds.split(' ').includes(kind) &&
      fields.some((one) => (isFamily === true ? field.startsWith(one) : field === one)),
  );
  if (row === undefined || (before ?? row.default) === (after ?? row.default)) return undefined;
  return after === undefined && KEPT.has(field) ? 'later' : row.effect;
}

function annotation(key: string): string {
  return `metadata.annotations["${key}"]`;
}
