import { ALB } from './alb-annotations';
import { LISTENER_ATTRIBUTES_ROW } from './alb-listener-rows';
import { ALB_LOAD_BALANCER, type AlbLoadBalancerSettings } from './alb-load-balancer-settings';
import type { AlbJwtValidation } from './alb-login';
import type { AlbMutualAuthentication } from './alb-mutual-tls';
import { TARGET_CONTROL_ROW } from './alb-target-group-rows';
import { ALB_TARGET_GROUP, type AlbTargetGroupSettings } from './alb-target-group-settings';
import type { AlbListenPort } from './load-balancer-values';
import { decides, familyIn, nested, nestedWith, type SettingsTable, valueIn } from './setting-row';

/** The Ingresses that share a load balancer; `AlbGroup` gives it to the members of one that several apps share. */
export interface AlbGroupMembership {
  /**
   * At most 63 lower-case letters, digits, dots and hyphens; a letter or digit at both ends. Left out where the parameters
   * of the class name the group.
   */
  readonly name?: string;
  /** Lower orders come first, −1000 to 1000. `@default` 0 (controller) */
  readonly order?: number;
}

/** A certificate that the controller asks of ACM for the hosts. From release 3.3, behind a feature gate of the controller. */
export interface AlbCreatedCertificate {
  /** Whether it is asked for; `certificateArns` win over it. `@default` true where `createdCertificate` is given */
  readonly create?: boolean;
  /** ARN of a private authority that signs it. `@default` - Amazon's own authority */
  readonly authorityArn?: string;
}

/** What an Ingress asks of its load balancer. For a plain cluster the settings are checked and not rendered. */
export interface AlbSettings extends AlbLoadBalancerSettings, AlbTargetGroupSettings {
  /** Whether it is served over HTTPS. `@default` true where the environment has certificates and there is a host */
  readonly tls?: boolean;
  /** Certificates of ACM in the environment's region; the first is the default one. `@default` - the environment's certificates that cover the hosts */
  readonly certificateArns?: readonly string[];
  /**
   * Which TLS versions and ciphers clients may use: a policy by AWS's name. `@default`
   * ELBSecurityPolicy-TLS13-1-2-2021-06
   */
  readonly sslPolicy?: string;
  /** The ports that the load balancer listens on. `@default` HTTP 80, and with TLS also HTTPS 443 */
  readonly listenPorts?: readonly AlbListenPort[];
  /** Sends every HTTP request to the first HTTPS port, for all Ingresses of the group. `@default` true where there are both */
  readonly sslRedirect?: boolean;
  /** Whether clients show certificates, for each HTTPS port. From release 2.7. `@default` - they need none */
  readonly mutualAuthentication?: readonly AlbMutualAuthentication[];
  /** Attributes of listeners under AWS's names, by protocol and port: `{ 'HTTPS-443': { … } }`. From release 2.9. */
  readonly listenerAttributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** A certificate that the controller makes. `@default` - the environment's, or those that ACM has for the hosts */
  readonly createdCertificate?: AlbCreatedCertificate;
  /** Which tokens requests have to carry, on HTTPS listeners; not beside `auth`. From release 2.15. */
  readonly jwtValidation?: AlbJwtValidation;
  /**
   * Whether paths of type ImplementationSpecific are regular expressions, without their leading slash. From release 2.14.1.
   * `@default` false (controller)
   */
  readonly useRegexPathMatch?: boolean;
  /**
   * Ports of the agents that steer how much a target gets, by Service and its port: `{ 'web.80': 3000 }`. For target type
   * ip, behind a feature gate. A change makes new target groups. From release 2.16.
   */
  readonly targetControlPorts?: Readonly<Record<string, number>>;
  /**
   * Ingresses of one group share a load balancer; lower orders come first, −1000 to 1000. An Ingress that the
   * controller refuses stops its whole group. EKS Auto Mode takes the group from the IngressClass.
   */
  readonly group?: AlbGroupMembership;
  /**
   * Further annotations. The controller's prefix may be left out of a key. Unknown keys under that prefix are refused,
   * and keys that a property above writes. For a plain cluster only keys under other prefixes are rendered.
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What the load balancer listens on, decided by settings and environment together. The controller decides about absent parts. */
export interface AlbListeners {
  readonly ports?: readonly AlbListenPort[];
  /** The HTTPS port to which HTTP requests are redirected. */
  readonly redirectTo?: number;
  readonly certificateArns: readonly string[];
  readonly sslPolicy?: string;
}

const GROUP: SettingsTable<AlbGroupMembership> = { name: valueIn(ALB.groupName), order: valueIn(ALB.groupOrder) };

const CREATED_CERTIFICATE: SettingsTable<AlbCreatedCertificate> = {
  create: valueIn(ALB.createAcmCert),
  authorityArn: valueIn(ALB.acmPcaArn),
};

/** Each property and the annotation that carries it. The construct, the rule, the page and a test walk this table. */
export const ALB_SETTINGS: SettingsTable<AlbSettings> = {
  ...ALB_LOAD_BALANCER,
  tls: decides([ALB.certificateArn, ALB.listenPorts, ALB.sslRedirect, ALB.sslPolicy]),
  certificateArns: decides([ALB.certificateArn], ALB.certificateArn.value),
  sslPolicy: decides([ALB.sslPolicy], ALB.sslPolicy.value),
  listenPorts: decides([ALB.listenPorts], ALB.listenPorts.value),
  sslRedirect: decides([ALB.sslRedirect]),
  ...ALB_TARGET_GROUP,
  mutualAuthentication: valueIn(ALB.mutualAuthentication),
  listenerAttributes: familyIn(LISTENER_ATTRIBUTES_ROW),
  createdCertificate: nestedWith(CREATED_CERTIFICATE, { create: true }),
  jwtValidation: valueIn(ALB.jwtValidation),
  useRegexPathMatch: valueIn(ALB.useRegexPathMatch),
  targetControlPorts: familyIn(TARGET_CONTROL_ROW),
  group: nested(GROUP),
  annotations: decides([]),
};

/** The annotations that carry the listeners. */
export const ALB_LISTENERS: SettingsTable<AlbListeners> = {
  ports: valueIn(ALB.listenPorts),
  redirectTo: valueIn(ALB.sslRedirect),
  certificateArns: valueIn(ALB.certificateArn),
  sslPolicy: valueIn(ALB.sslPolicy),
};
