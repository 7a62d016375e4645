import type { Construct } from 'constructs';
import { refusal } from '../shared/problems';
import { allowEgress, allowIngress, type EgressPeer } from './allow';
import type { AddressPeer, NetworkPorts, PeerInput, WorkloadPeer } from './network-peer';

/** One call of a workload. */
export interface CallOptions {
  /** Container ports of the target, or ports of the hosts. `@default` - those that its containers declare; all, where they are not known */
  readonly ports?: NetworkPorts;
  /** What the other end is called in the policy's name. `@default` its own name; the namespace, of Pods by labels. Addresses and hosts need one */
  readonly name?: string;
}

/** A workload of ours, one end of the call. */
type End = Construct & WorkloadPeer;

/** Lets `caller` call a workload: both sides, where the caller is made of Pods. */
export function allowCaller(target: End, caller: PeerInput | AddressPeer, { ports, name }: CallOptions): void {
  const other = nameOfEnd(target, caller, name);
  const given = ports === undefined ? {} : { ports };
  const ingress = `${target.name}-from-${other}`;
  requireNew(target, ingress, `${other} may call ${target.name}`);
  allowIngress(target, ingress, { to: target, from: caller, ...given });
  if (!('cidrs' in caller)) letOut(ownerOf(caller, target), `${other}-to-${target.name}`, caller, target, given);
}

/** Lets a workload call `target`: both sides, where the target is made of Pods. */
export function allowTarget(caller: End, target: EgressPeer, { ports, name }: CallOptions): void {
  const other = nameOfEnd(caller, target, name);
  const given = ports === undefined ? {} : { ports };
  letOut(caller, `${caller.name}-to-${other}`, caller, target, given);
  if ('cidrs' in target || 'hosts' in target) return;
  const scope = ownerOf(target, caller);
  const ingress = `${other}-from-${caller.name}`;
  requireNew(scope, ingress, `${caller.name} may call ${other}`);
  allowIngress(scope, ingress, { to: target, from: caller, ...given });
}

function letOut(
  scope: Construct,
  id: string,
  from: PeerInput,
  to: EgressPeer,
  given: Pick<CallOptions, 'ports'>,
): void {
  requireNew(scope, id, id.replace('-to-', ' may call '));
  allowEgress(scope, id, { from, to, ...given });
}

/** A workload of ours holds its own policies. */
function ownerOf(end: PeerInput, other: Construct): Construct {
  return isWorkload(end) ? end : other;
}

function isWorkload(end: object): end is End {
  return 'node' in end && 'selector' in end && 'name' in end;
}

function nameOfEnd(own: End, end: EgressPeer, name: string | undefined): string {
  if (typeof end !== 'object' || end === null)
    throw refusal(
      own,
      `a call of ${own.name} has ${end === undefined ? 'nothing' : JSON.stringify(end)} as its other end.`,
      'give a workload, { namespace, pods }, { cidrs } or, as a target, { hosts, cidrs }.',
    );
  if (name !== undefined) return name;
  if (isWorkload(end)) return end.name;
  if ('node' in end) return end.node.id.toLowerCase();
  if ('namespace' in end && end.namespace !== undefined) return end.namespace;
  throw refusal(
    own,
    `a call of ${own.name} to or from addresses or hosts has no name, and its policy needs one.`,
    "say { name: 'payments' } beside it.",
  );
}

function requireNew(scope: Construct, id: string, said: string): void {
  if (scope.node.tryFindChild(id) === undefined) return;
  throw refusal(
    scope,
    `${said} by policy ${id} already.`,
    'say it once, with all its ports, or give one of them another { name }.',
  );
}
