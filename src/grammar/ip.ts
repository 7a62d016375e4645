/** An address: its bits as one number, and the number of bits (32 or 128). */
export interface Ip {
  readonly value: bigint;
  readonly length: 32 | 128;
}

const OCTET = /^\d{1,9}$/;
const GROUP = /^0*[\da-f]{1,4}$/i;

/**
 * Reads an address as the API server does. It accepts leading zeros (`010.0.0.1`), which most other readers refuse.
 * @see https://github.com/kubernetes/utils/blob/master/internal/third_party/forked/golang/net/ip.go (ParseIPSloppy)
 */
export function parseIp(text: string): Ip | undefined {
  const value = text.includes(':') ? version6(text) : version4(text);
  return value === undefined ? undefined : { value, length: text.includes(':') ? 128 : 32 };
}

function version4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function version6(text: string): bigint | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const first = groups(head, tail === undefined);
  const last = groups(tail ?? '', true);
  if (more.length > 0 || first === undefined || last === undefined) return undefined;
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...first, ...Array.from({ length: missing }, () => 0n), ...last];
  return all.reduce((bits, group) => (bits << 16n) | group, 0n);
}

/** The groups on one side of `::`. An IPv4 address may stand at the end of the text and makes two groups. */
function groups(side: string, isEnd: boolean): readonly bigint[] | undefined {
  if (side === '') return [];
  const found: bigint[] = [];
  const parts = side.split(':');
  for (const [index, part] of parts.entries()) {
    if (GROUP.test(part)) {
      found.push(BigInt(`0x${part}`));
      continue;
    }
    const inner = isEnd && index === parts.length - 1 ? version4(part) : undefined;
    if (inner === undefined) return undefined;
    found.push(inner >> 16n, inner & 0xffffn);
  }
  return found;
}

/** The canonical text of an address (RFC 5952): no leading zeros, lower case, the longest run of zeros as `::`. */
export function ipText({ value, length }: Ip): string {
  if (length === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const parts = [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((value >> shift) & 0xffffn).toString(16));
  const text = `:${parts.join(':')}:`;
  const runs = text.match(/(?<=:)(?:0:){2,}/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return parts.join(':');
  const start = text.indexOf(`:${longest}`);
  return `${text.slice(1, start)}::${text.slice(start + 1 + longest.length, -1)}`;
}
