import { FRONTEND_NLB_ATTRIBUTES } from './alb-attributes';
import { albRows, NOTHING } from './alb-row';
import { list, map, TEXT_LIST } from './annotation-lists';
import { BOOLEAN } from './annotation-values';
import {
  HEALTH_INTERVAL,
  HEALTH_PORT,
  HEALTH_THRESHOLD,
  HEALTH_TIMEOUT,
  HTTP_PATH,
  NLB_HTTP_CODES,
  PORT,
  PROTOCOL,
  SCHEME,
  TAGS,
} from './load-balancer-values';

const ingress = albRows('Ingress');
const OF_2_13 = { since: '2.13' } as const;
const CHECK = { merge: 'own', ...OF_2_13 } as const;

const ADDRESSES = list('allocations such as eipalloc-0a1b', (id) =>
  /^eipalloc-[0-9a-f]+$/.test(id) ? undefined : 'it is not the id of an allocation',
);

/** `80=443`: the listener of the NLB, and the listener of the ALB behind it. */
const MAPPING = map({ words: 'ports such as 80=443', ports: PORT });

/** Annotations that put a Network Load Balancer, with its fixed addresses, in front. */
export const FRONTEND_NLB_ROWS = {
  enableFrontendNlb: ingress('enable-frontend-nlb', BOOLEAN, { merge: 'exclusive', default: 'false', ...OF_2_13 }),
  frontendNlbScheme: ingress('frontend-nlb-scheme', SCHEME, {
    merge: 'exclusive',
    default: 'internal',
    replaces: 'load-balancer',
    change: 'makes a new load balancer with a new DNS name',
    ...OF_2_13,
  }),
  frontendNlbSubnets: ingress('frontend-nlb-subnets', TEXT_LIST, {
    merge: 'exclusive',
    default: '- those with the role tags',
    ...OF_2_13,
  }),
  frontendNlbSecurityGroups: ingress('frontend-nlb-security-groups', TEXT_LIST, {
    merge: 'exclusive',
    default: '- one that the controller makes',
    ...OF_2_13,
  }),
  frontendNlbListenerPortMapping: ingress('frontend-nlb-listener-port-mapping', MAPPING, {
    merge: 'entry',
    default: '- each port to itself',
    ...OF_2_13,
  }),
  frontendNlbHealthcheckPort: ingress('frontend-nlb-healthcheck-port', HEALTH_PORT, {
    default: 'traffic-port',
    ...CHECK,
  }),
  frontendNlbHealthcheckProtocol: ingress('frontend-nlb-healthcheck-protocol', PROTOCOL, { default: 'HTTP', ...CHECK }),
  frontendNlbHealthcheckPath: ingress('frontend-nlb-healthcheck-path', HTTP_PATH, { default: '/', ...CHECK }),
  frontendNlbHealthcheckInterval: ingress('frontend-nlb-healthcheck-interval-seconds', HEALTH_INTERVAL, {
    default: '15',
    ...CHECK,
  }),
  frontendNlbHealthcheckTimeout: ingress('frontend-nlb-healthcheck-timeout-seconds', HEALTH_TIMEOUT, {
    default: '5',
    ...CHECK,
  }),
  frontendNlbHealthyThreshold: ingress('frontend-nlb-healthcheck-healthy-threshold-count', HEALTH_THRESHOLD, {
    default: '3',
    ...CHECK,
  }),
  frontendNlbUnhealthyThreshold: ingress('frontend-nlb-healthcheck-unhealthy-threshold-count', HEALTH_THRESHOLD, {
    default: '3',
    ...CHECK,
  }),
  frontendNlbSuccessCodes: ingress('frontend-nlb-healthcheck-success-codes', NLB_HTTP_CODES, {
    default: '200',
    ...CHECK,
  }),
  frontendNlbTags: ingress('frontend-nlb-tags', TAGS, { merge: 'exclusive', default: NOTHING, since: '2.14' }),
  frontendNlbEipAllocations: ingress('frontend-nlb-eip-allocations', ADDRESSES, {
    merge: 'own',
    default: '- addresses of AWS’s choice',
    since: '2.14',
  }),
  frontendNlbAttributes: ingress('frontend-nlb-attributes', FRONTEND_NLB_ATTRIBUTES, {
    merge: 'own',
    default: '- AWS decides',
    since: '3.2',
  }),
};
