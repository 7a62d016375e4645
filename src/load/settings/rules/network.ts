import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

const KINDS = ['public', 'private', 'controlPlane'] as const;

/** Subnets stand in the region, in two zones at least, and once each; blocks begin where they say. */
export function networkProblems({ region, network }: EksSettings, say: Say): void {
  network.cidrs.forEach((cidr, index) => {
    const base = baseOf(cidr);
    if (base === cidr) return;
    const message = `${cidr} does not begin at its own first address; the block is ${base}.`;
    say(['network', 'cidrs', index], message, `write ${base}.`);
  });
  const all = KINDS.flatMap((kind) =>
    (network.subnets[kind] ?? []).map((subnet, index) => ({ ...subnet, path: ['network', 'subnets', kind, index] })),
  );
  for (const { availabilityZone, path } of all) {
    // A zone is the region and a letter; a local zone has its city between them.
    if (availabilityZone.startsWith(`${region}-`) || availabilityZone.slice(0, -1) === region) continue;
    const message = `zone ${availabilityZone} is not in region ${region}.`;
    say([...path, 'availabilityZone'], message, 'name a zone of the region.');
  }
  const byId = (subnet: { readonly id: string }) => subnet.id;
  repeats(all, byId, ({ id, path }) =>
    say([...path, 'id'], `subnet ${id} is already in the list; a subnet is of one kind, once.`, 'remove one.'),
  );
  if (network.subnets.private.length === 0 && network.subnets.public.length === 0) {
    say(['network', 'subnets'], 'there is no subnet; an EKS cluster has two at least.', 'list the cluster’s subnets.');
  }
  for (const kind of KINDS) {
    const zones = new Set((network.subnets[kind] ?? []).map((subnet) => subnet.availabilityZone));
    if (zones.size !== 1) continue;
    const what = kind === 'controlPlane' ? 'subnets of the control plane' : `${kind} subnets`;
    const needs = kind === 'controlPlane' ? 'EKS wants two, and refuses the cluster' : 'a load balancer needs two';
    const message = `all ${what} are in one zone; ${needs}.`;
    say(['network', 'subnets', kind], message, 'add a subnet in another zone.');
  }
}

/** `10.0.3.7/16` → `10.0.0.0/16` */
function baseOf(cidr: string): string {
  const [address = '', bits = ''] = cidr.split('/');
  const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(bits));
  const base = Math.floor(value / size) * size;
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
  return `${octets.join('.')}/${bits}`;
}
