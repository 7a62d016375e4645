import { NLB } from './nlb-annotations';
import { decides, type SettingsTable, valueIn } from './setting-row';

/** How the load balancer ends TLS. */
export interface NlbTls {
  /**
   * The name that clients call, of which a certificate of the environment is found; without a dot it gets the environment's
   * domain. Give this or `certificateArns`.
   */
  readonly host?: string;
  /** Certificates of ACM in the environment's region; the first is the default one. `@default` - the environment's that covers `host` */
  readonly certificateArns?: readonly string[];
  /** Ports of the Service that speak TLS, by number or name. `@default` - the ports other than UDP, where there is nothing else */
  readonly ports?: readonly (string | number)[];
  /** Which TLS versions and ciphers clients may use: a policy by AWS's name. `@default` ELBSecurityPolicy-TLS13-1-2-2021-06 */
  readonly policy?: string;
  /** Which protocols are negotiated inside TLS. `@default` - none (AWS) */
  readonly alpnPolicy?: 'HTTP1Only' | 'HTTP2Only' | 'HTTP2Optional' | 'HTTP2Preferred' | 'None';
  /** `ssl` encrypts to the Pods again, `tcp` sends them plain text. Changing it makes new target groups. `@default` tcp (controller) */
  readonly backendProtocol?: 'ssl' | 'tcp';
}

export const NLB_TLS: SettingsTable<NlbTls> = {
  host: decides([NLB.sslCert]),
  certificateArns: valueIn(NLB.sslCert),
  ports: valueIn(NLB.sslPorts),
  policy: valueIn(NLB.sslPolicy),
  alpnPolicy: valueIn(NLB.alpnPolicy),
  backendProtocol: valueIn(NLB.backendProtocol),
};
