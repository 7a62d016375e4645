import { type Ip, ipText, parseIp } from './ip';

/** A block of addresses: all that share their first `prefix` bits with `ip`. */
export interface Cidr {
  readonly ip: Ip;
  readonly prefix: number;
}

/**
 * Reads `10.0.0.0/8` or `2001:db8::/32` as the API server does; undefined when the text is not a block.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go (IsValidCIDRForLegacyField)
 */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const digits = text.slice(slash + 1);
  if (slash < 0 || !DIGITS.test(digits)) return undefined;
  const ip = parseIp(text.slice(0, slash));
  const prefix = Number(digits);
  return ip === undefined || prefix > ip.length ? undefined : { ip, prefix };
}

/** A rough pattern for schemas: an IPv4 or IPv6 address, a slash and a length; some fields allow spaces around it. */
export const ROUGH_CIDR_PATTERN = '^ *[0-9A-Fa-f.:]+/[0-9]{1,3} *$';

const DIGITS = /^\d{1,7}$/;

/** Why a text is not a block of addresses, as a part of a sentence; undefined when the API server takes it. */
export function wrongCidr(text: string): string | undefined {
  if (parseCidr(text) !== undefined) return undefined;
  const slash = text.indexOf('/');
  if (slash < 0) return 'it has no length, as /24 is in 203.0.113.0/24';
  const ip = parseIp(text.slice(0, slash));
  if (ip === undefined) return `"${text.slice(0, slash)}" is not an address`;
  return `its length is "${text.slice(slash + 1)}", and has to be a number from 0 to ${ip.length}`;
}

/**
 * Why a block that the API server takes is ambiguous, as a part of a sentence: the server warns about it, and AWS and
 * later releases of Kubernetes refuse it. Undefined when the block is clear, and for a text that is not a block.
 * The AWS Load Balancer Controller reads annotations with Go's `netip.ParsePrefix`.
 * @see https://pkg.go.dev/net/netip#ParsePrefix
 */
export function unclearCidr(text: string, cidr: Cidr | undefined = parseCidr(text)): string | undefined {
  if (cidr === undefined) return undefined;
  const { ip, prefix } = cidr;
  const hidden = BigInt(ip.length - prefix);
  if ((ip.value >> hidden) << hidden !== ip.value)
    return `it has bits beyond /${prefix}; the block is ${cidrText(cidr)}`;
  if (ip.length === 128 && ip.value >> 32n === 0xffffn) return 'it is an IPv4 address in the form of IPv6';
  return LEADING_ZERO.test(text) ? `it has leading zeros; the block is ${cidrText(cidr)}` : undefined;
}

/** A leading zero in a part of an IPv4 address, in an IPv6 group of five digits or more, or in the length. */
const LEADING_ZERO = /(?:^|[.:])0\d+\.|\.0\d+|(?:^|:)0[\da-f]{4,}|\/0\d/i;

/** Why a text is not a block, or is an ambiguous one, as a part of a sentence; undefined when the block is clear. */
export function wrongBlock(text: string): string | undefined {
  return wrongCidr(text) ?? unclearCidr(text);
}

/** The canonical text of a block: bits beyond its length are 0. */
export function cidrText({ ip, prefix }: Cidr): string {
  const hidden = BigInt(ip.length - prefix);
  return `${ipText({ value: (ip.value >> hidden) << hidden, length: ip.length })}/${prefix}`;
}

/** Whether one block lies inside another and is smaller. */
export function isStrictlyInside(inner: Cidr, outer: Cidr): boolean {
  if (inner.ip.length !== outer.ip.length || inner.prefix <= outer.prefix) return false;
  const shift = BigInt(outer.ip.length - outer.prefix);
  return inner.ip.value >> shift === outer.ip.value >> shift;
}

const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** An IPv4 block from /16 to /28, the sizes that a VPC may have. */
export const VPC_BLOCK = new RegExp(`^(${OCTET}\\.){3}${OCTET}/(1[6-9]|2[0-8])$`);

/** Whether two blocks of one family share addresses: one of them holds the other. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  if (a.ip.length !== b.ip.length) return false;
  const hidden = BigInt(a.ip.length - Math.min(a.prefix, b.prefix));
  return a.ip.value >> hidden === b.ip.value >> hidden;
}
