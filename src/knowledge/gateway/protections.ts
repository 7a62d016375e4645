import type { AlbSettings } from '../aws/alb-settings';

/** A setting of an Ingress that keeps somebody out or something safe, and what says it for a Gateway. */
export interface Protection<Value> {
  /** Whether a value protects: `none` and `off` do not. */
  readonly protects: (value: Value) => boolean;
  /** What is lost without it, as a clause with its subject. */
  readonly lost: string;
  /** The object of the AWS Load Balancer Controller that has it. */
  readonly by: 'LoadBalancerConfiguration' | 'TargetGroupConfiguration';
  /** The property of that construct. */
  readonly property: string;
}

/** Settings that routes may give for their Ingress. */
type Settings = Omit<AlbSettings, 'scheme' | 'tls' | 'certificateArns' | 'healthCheck'>;

export type Protections = { readonly [K in keyof Settings]?: Protection<NonNullable<Settings[K]>> };

const BALANCER = 'LoadBalancerConfiguration';
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);
const isNamed = (value: string) => value !== 'none';
const isFilled = (value: readonly unknown[]) => value.length > 0;

/** Attributes of a load balancer that protect, with the values that do. */
const SAFE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'deletion_protection.enabled=true',
  'routing.http.drop_invalid_header_fields.enabled=true',
  'routing.http.desync_mitigation_mode=strictest',
]);

/** Headers of answers by which browsers protect their users. */
const SAFE_HEADERS =
  /^routing\.http\.response\.(strict_transport_security|content_security_policy|x_content_type_options|x_frame_options)\./;

/**
 * What routes ask of an Ingress and no HTTPRoute says; logins are judged with their rules. The properties are those of the
 * controller's definitions. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/apis/gateway/v1
 */
export const PROTECTIONS: Protections = {
  mutualAuthentication: {
    protects: (ports) => ports.some(({ mode }) => mode !== 'off'),
    lost: 'nobody would ask clients for certificates',
    by: BALANCER,
    property: 'listeners[].mutualAuthentication',
  },
  inboundCidrs: {
    protects: (blocks) => blocks.length > 0 && !blocks.some((block) => EVERYWHERE.has(block)),
    lost: 'every address could call the load balancer',
    by: BALANCER,
    property: 'sourceRanges',
  },
  securityGroupPrefixLists: {
    protects: isFilled,
    lost: 'addresses outside the lists could call the load balancer',
    by: BALANCER,
    property: 'securityGroupPrefixes',
  },
  securityGroups: {
    protects: isFilled,
    lost: 'the load balancer would not have these groups',
    by: BALANCER,
    property: 'securityGroups',
  },
  wafAclArn: {
    protects: isNamed,
    lost: 'no web ACL would look at the requests',
    by: BALANCER,
    property: 'wafAclArn',
  },
  wafAclName: {
    protects: isNamed,
    lost: 'no web ACL would look at the requests',
    by: BALANCER,
    property: 'wafAclArn',
  },
  wafClassicAclId: {
    protects: isNamed,
    lost: 'no web ACL would look at the requests',
    by: BALANCER,
    property: 'wafAclArn, which names a web ACL of WAFv2',
  },
  shieldAdvancedProtection: {
    protects: (value) => value,
    lost: 'Shield Advanced would not protect the load balancer',
    by: BALANCER,
    property: 'shield',
  },
  sslPolicy: {
    protects: () => true,
    lost: 'the controller would choose which TLS versions and ciphers clients may use',
    by: BALANCER,
    property: 'listeners[].sslPolicy',
  },
  loadBalancerAttributes: {
    protects: (attributes) => Object.entries(attributes).some(([key, value]) => SAFE_ATTRIBUTES.has(`${key}=${value}`)),
    lost: 'the load balancer would have the defaults of AWS, which are weaker',
    by: BALANCER,
    property: 'loadBalancerAttributes',
  },
  listenerAttributes: {
    protects: (listeners) =>
      Object.values(listeners).some((attributes) => Object.keys(attributes).some((key) => SAFE_HEADERS.test(key))),
    lost: 'answers would go without the headers that protect users in their browsers',
    by: BALANCER,
    property: 'listeners[].attributes',
  },
  backendProtocol: {
    protects: (protocol) => protocol === 'HTTPS',
    lost: 'the load balancer would speak plain HTTP with the Pods',
    by: 'TargetGroupConfiguration',
    property: 'protocol',
  },
};
