import { ALB_LISTENER_ATTRIBUTES } from './alb-attributes';
import { ALB_MUTUAL_TLS } from './alb-mutual-tls';
import { albRows, NOTHING } from './alb-row';
import { ARN_LIST, TEXT_LIST } from './annotation-lists';
import { BOOLEAN, pattern } from './annotation-values';
import { CIDRS, LISTENERS, PORT } from './load-balancer-values';
import { SSL_POLICY } from './ssl-policies';

const ingress = albRows('Ingress');

const AUTHORITY = pattern(
  /^arn:[\w-]+:acm-pca:[\w-]+:\d{12}:certificate-authority\/[\w-]+$/,
  'a private authority such as arn:aws:acm-pca:<region>:<account>:certificate-authority/<id>',
);

/** Annotations that are about what the load balancer listens on, and who may call. */
export const LISTENER_ROWS = {
  listenPorts: ingress('listen-ports', LISTENERS, {
    merge: 'merge',
    default: '- [{"HTTP":80}], with certificate-arn [{"HTTPS":443}]',
  }),
  sslRedirect: ingress('ssl-redirect', PORT, {
    merge: 'exclusive',
    default: NOTHING,
    change: 'counts for every Ingress of the group',
  }),
  certificateArn: ingress('certificate-arn', ARN_LIST, { merge: 'merge', default: '- found in ACM by host' }),
  createAcmCert: ingress('create-acm-cert', BOOLEAN, { merge: 'own', default: 'false', since: '3.3' }),
  acmPcaArn: ingress('acm-pca-arn', AUTHORITY, { merge: 'own', default: '- Amazon’s own', since: '3.3' }),
  sslPolicy: ingress('ssl-policy', SSL_POLICY, {
    merge: 'listener',
    default: '- the controller’s --default-ssl-policy, ELBSecurityPolicy-2016-08',
  }),
  mutualAuthentication: ingress('mutual-authentication', ALB_MUTUAL_TLS, {
    merge: 'exclusive',
    default: '- no certificates of clients',
    since: '2.7',
  }),
  inboundCidrs: ingress('inbound-cidrs', CIDRS, { merge: 'listener', default: '0.0.0.0/0' }),
  securityGroupPrefixLists: ingress('security-group-prefix-lists', TEXT_LIST, {
    merge: 'listener',
    default: NOTHING,
    since: '2.8',
  }),
};

/** The key ends in protocol and port of a listener: `listener-attributes.HTTPS-443`. */
export const LISTENER_ATTRIBUTES_ROW = ingress('listener-attributes.', ALB_LISTENER_ATTRIBUTES, {
  merge: 'entry',
  default: '- AWS decides',
  since: '2.9',
  autoMode: false,
});
