/** An address block: its bits from the first address on, and how many of them count. */
export interface IpBlock {
  readonly bits: bigint;
  readonly length: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`; undefined when it is none. */
export function parseIpBlock(text: string): IpBlock | undefined {
  const [address = '', prefix = '', ...more] = text.split('/');
  if (more.length > 0 || !/^\d{1,3}$/.test(prefix)) return undefined;
  const length = address.includes(':') ? 128 : 32;
  const bits = length === 32 ? version4(address) : version6(address);
  return bits === undefined || Number(prefix) > length ? undefined : { bits, length, prefix: Number(prefix) };
}

/** Whether one block lies inside another and is smaller. */
export function isStrictlyInside(inner: IpBlock, outer: IpBlock): boolean {
  if (inner.length !== outer.length || inner.prefix <= outer.prefix) return false;
  const shift = BigInt(outer.length - outer.prefix);
  return inner.bits >> shift === outer.bits >> shift;
}

function version4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(Number(part)), 0n);
}

function version6(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const groups = (side: string) => (side === '' ? [] : side.split(':'));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return all.reduce((bits, group) => (bits << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}
