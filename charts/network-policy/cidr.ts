import type { Problems } from '../shared/problems';

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;
const V6 = /^[0-9a-f:]*:[0-9a-f:]*\/(\d{1,3})$/i;

/** A block of addresses that is none is refused by the server, or by the load balancer's controller for a whole group. */
export function cidrProblem(cidr: string, problems: Problems): void {
  const fix = 'write it like 203.0.113.0/24.';
  const v4 = V4.exec(cidr);
  if (v4 !== null) {
    const numbers = v4.slice(1).map(Number);
    const bits = numbers.pop() as number;
    const valid = numbers.every((part) => part <= 255) && bits <= 32;
    problems.unless(valid, `"${cidr}" is no CIDR block.`, fix);
    if (!valid) return;
    const address = numbers.reduce((sum, part) => sum * 256 + part, 0);
    const size = 2 ** (32 - bits);
    problems.unless(
      address % size === 0,
      `"${cidr}" is an address and not a block: it has bits beyond /${bits}.`,
      `write ${dotted(address - (address % size))}/${bits}.`,
    );
    return;
  }
  problems.unless(Number(V6.exec(cidr)?.[1] ?? 129) <= 128, `"${cidr}" is no CIDR block.`, fix);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
