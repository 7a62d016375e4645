import { type RiskRow, rowsOf } from './row';
import { becomes, words } from './values';

const GUIDE = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/';
const CODE = 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/';

const alb = (...keys: readonly string[]) => annotation('alb\\.ingress\\.kubernetes\\.io/', keys);
const nlb = (...keys: readonly string[]) => annotation('service\\.beta\\.kubernetes\\.io/aws-load-balancer-', keys);

function annotation(prefix: string, keys: readonly string[]): RegExp {
  return new RegExp(`^metadata\\.annotations\\["${prefix}(?:${keys.join('|')})"\\]$`);
}

const ATTRIBUTES = new RegExp(
  `${alb('load-balancer-attributes', 'target-group-attributes').source}|${nlb('attributes', 'target-group-attributes').source}`,
);

/** What a load balancer is told by annotations, beside what replaces it. */
export const LOAD_BALANCER_SETTING_ROWS: readonly RiskRow[] = rowsOf(
  { kinds: 'Ingress', source: `${GUIDE}ingress/annotations/` },
  {
    'inbound-wider': {
      kinds: 'Ingress',
      field: alb('inbound-cidrs', 'security-group-prefix-lists'),
      shown: 'alb.ingress.kubernetes.io/inbound-cidrs, wider',
      when: ({ before, after }) => after === undefined || words(after).some((one) => !words(before).includes(one)),
      risk: 'widened',
      why: 'more addresses reach the load balancer; without the list, all do.',
    },
    'inbound-narrower': {
      field: alb('inbound-cidrs', 'security-group-prefix-lists'),
      shown: 'alb.ingress.kubernetes.io/inbound-cidrs, narrower',
      when: ({ before, after }) => after !== undefined && words(after).every((one) => words(before).includes(one)),
      risk: 'traffic',
      why: 'clients from the addresses that are gone are refused at once.',
    },
    'security-groups': {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('security-groups').source}|${nlb('security-groups').source}`),
      shown: 'alb.ingress.kubernetes.io/security-groups, aws-load-balancer-security-groups',
      risk: 'widened',
      why: 'groups of your own decide who gets in: the list of addresses does not count beside them, and the rules of the old groups go.',
    },
    'listen-ports': {
      field: alb('listen-ports'),
      shown: 'alb.ingress.kubernetes.io/listen-ports',
      risk: 'unavailable',
      why: 'listeners are matched by port: one that is gone is deleted before a new one is made.',
      source: `${CODE}deploy/elbv2`,
    },
    certificate: {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('certificate-arn').source}|${nlb('ssl-cert').source}`),
      shown: 'alb.ingress.kubernetes.io/certificate-arn, aws-load-balancer-ssl-cert',
      risk: 'unavailable',
      why: 'clients get another certificate at once, and one that does not exist stops the whole group.',
    },
    'tls-policy': {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('ssl-policy', 'mutual-authentication').source}|${nlb('ssl-negotiation-policy').source}`),
      shown: 'alb.ingress.kubernetes.io/ssl-policy, mutual-authentication, aws-load-balancer-ssl-negotiation-policy',
      risk: 'unavailable',
      why: 'clients that speak only what the new policy refuses are cut off at once; an older policy lets weaker ones in.',
    },
    'ssl-redirect': {
      field: alb('ssl-redirect'),
      shown: 'alb.ingress.kubernetes.io/ssl-redirect',
      when: ({ after }) => after !== undefined,
      risk: 'unavailable',
      why: 'every rule for plain HTTP of the whole group gives way to a redirect.',
    },
    'ssl-redirect-gone': {
      field: alb('ssl-redirect'),
      shown: 'alb.ingress.kubernetes.io/ssl-redirect, taken away',
      when: ({ after }) => after === undefined,
      risk: 'widened',
      why: 'plain HTTP is answered, unencrypted.',
    },
    'login-gone': {
      field: alb('auth-type'),
      shown: 'alb.ingress.kubernetes.io/auth-type → none',
      when: ({ after }) => after === undefined || after === 'none',
      risk: 'widened',
      why: 'nobody has to sign in any more.',
    },
    'login-optional': {
      field: alb('auth-on-unauthenticated-request'),
      shown: 'alb.ingress.kubernetes.io/auth-on-unauthenticated-request → allow',
      when: becomes('allow'),
      risk: 'widened',
      why: 'requests of clients that did not sign in reach the Pods.',
    },
    'firewall-off': {
      field: alb('wafv2-acl-arn', 'waf-acl-id', 'wafv2-acl-name'),
      shown: 'alb.ingress.kubernetes.io/wafv2-acl-arn → none',
      when: becomes('none'),
      risk: 'widened',
      why: 'the web ACL is taken off, and filters no request.',
    },
    'firewall-kept': {
      field: alb('wafv2-acl-arn', 'waf-acl-id', 'wafv2-acl-name'),
      shown: 'alb.ingress.kubernetes.io/wafv2-acl-arn, taken away',
      when: ({ after }) => after === undefined,
      risk: 'later',
      why: 'the web ACL stays: only the value `none` takes it off.',
    },
    subnets: {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('subnets').source}|${nlb('subnets').source}`),
      shown: 'alb.ingress.kubernetes.io/subnets, aws-load-balancer-subnets',
      risk: 'unavailable',
      why: 'the load balancer leaves a zone at once: its addresses there answer nobody, and clients that kept them fail.',
    },
    dualstack: {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('ip-address-type').source}|${nlb('ip-address-type').source}`),
      shown: 'alb.ingress.kubernetes.io/ip-address-type → dualstack',
      when: ({ after }) => String(after).startsWith('dualstack'),
      risk: 'widened',
      why: 'it answers by IPv6 too, for all addresses unless the list of blocks has IPv6.',
    },
    'group-order': {
      field: alb('group.order'),
      shown: 'alb.ingress.kubernetes.io/group.order',
      risk: 'traffic',
      why: 'rules of the group match in another order.',
    },
    'health-check': {
      kinds: 'Ingress Service',
      field:
        /^metadata\.annotations\["(?:alb\.ingress\.kubernetes\.io\/(?:healthcheck|healthy|unhealthy|success-codes)|service\.beta\.kubernetes\.io\/aws-load-balancer-healthcheck-)/,
      shown: 'alb.ingress.kubernetes.io/healthcheck-*, aws-load-balancer-healthcheck-*',
      risk: 'traffic',
      why: 'it is set in place; a wrong path makes every target unhealthy within minutes.',
    },
    attributes: {
      kinds: 'Ingress Service',
      field: ATTRIBUTES,
      shown: 'load-balancer-attributes, target-group-attributes',
      when: ({ after }) => after !== undefined,
      risk: 'traffic',
      why: 'they are set in place; one that is left out keeps the value that it had.',
    },
    'attributes-kept': {
      kinds: 'Ingress Service',
      field: ATTRIBUTES,
      shown: 'load-balancer-attributes, target-group-attributes, taken away',
      when: ({ after }) => after === undefined,
      risk: 'later',
      why: 'nothing is reset: AWS keeps the values that were set.',
    },
    'load-balancer-tags': {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('tags').source}|${nlb('additional-resource-tags').source}`),
      shown: 'alb.ingress.kubernetes.io/tags',
      risk: 'harmless',
      why: 'tags are set in place.',
    },
    'alb-annotation': {
      field: /^metadata\.annotations\["alb\.ingress\.kubernetes\.io\//,
      shown: 'alb.ingress.kubernetes.io/*, any other',
      risk: 'traffic',
      why: 'the controller changes the load balancer in place.',
      last: true,
    },
    'nlb-annotation': {
      kinds: 'Service',
      field: /^metadata\.annotations\["(?:alb\.ingress|service\.beta)\.kubernetes\.io\//,
      shown: 'service.beta.kubernetes.io/*, any other',
      risk: 'traffic',
      why: 'the controller changes the load balancer in place.',
      last: true,
    },
    'class-parameters': {
      kinds:
        'elbv2.k8s.aws/IngressClassParams gateway.k8s.aws/LoadBalancerConfiguration gateway.k8s.aws/TargetGroupConfiguration elbv2.k8s.aws/TargetGroupBinding',
      field: /^spec\b/,
      shown: 'spec of IngressClassParams, LoadBalancerConfiguration, TargetGroupConfiguration',
      risk: 'traffic',
      why: 'it holds for every load balancer that uses the object, and is set in place.',
      source: `${GUIDE}ingress/ingress_class/`,
      last: true,
    },
    'deletion-protection': {
      kinds: 'Ingress Service',
      field: new RegExp(`${alb('load-balancer-attributes').source}|${nlb('attributes').source}`),
      shown: 'deletion_protection.enabled, taken away',
      when: ({ before, after }) => isProtected(before) && !isProtected(after),
      risk: 'address',
      why: 'the load balancer may be deleted with its object: nothing holds it any more.',
    },
  },
);

function isProtected(attributes: unknown): boolean {
  return words(attributes).includes('deletion_protection.enabled=true');
}
