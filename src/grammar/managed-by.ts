import { wrongDnsSubdomain } from './dns';

const LONGEST = 63;
const PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/**
 * Why a text cannot name the controller of a Job, `kueue.x-k8s.io/multikueue`, as a part of a sentence; undefined when it can.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsDomainPrefixedPath)
 */
export function wrongManagedBy(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return 'it has no domain before a slash';
  if (text.length > LONGEST) return `it has ${text.length} characters, and ${LONGEST} fit`;
  const domain = wrongDnsSubdomain(text.slice(0, slash));
  if (domain !== undefined) return `"${text.slice(0, slash)}" before the slash is not a DNS name: ${domain}`;
  return PATH.test(text.slice(slash + 1)) ? undefined : `"${text.slice(slash + 1)}" after the slash is not a path`;
}
