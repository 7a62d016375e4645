import { DNS_SUBDOMAIN, WILDCARD_SUBDOMAIN } from './dns';
import { parseIp } from './ip';
import { wrongSpelling } from './spelling';

/**
 * Why the API server refuses a host of an Ingress rule, as a part of a sentence; undefined when it takes it.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/networking/validation/validation.go (validateIngressRules)
 */
export function wrongHost(host: string): string | undefined {
  return parseIp(host) === undefined ? wrongTlsHost(host) : 'it is an address';
}

/** Why the API server refuses a host under `tls` of an Ingress; it accepts IP addresses there. */
export function wrongTlsHost(host: string): string | undefined {
  return wrongSpelling(host, host.includes('*') ? WILDCARD_SUBDOMAIN : DNS_SUBDOMAIN);
}

/** Why a text does not name a host outside of the cluster in a network policy, as a part of a sentence; undefined when it does. */
export function wrongOutsideHost(host: string): string | undefined {
  return host.includes('.') ? wrongHost(host) : 'it has no dot, and so is not the name of a host outside';
}
