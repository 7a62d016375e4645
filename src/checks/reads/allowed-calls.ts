import type { AllowedCall } from '../../model/allowed-call';
import type { Environment } from '../../model/environment';
import { byCodeUnit } from '../../model/order';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { indexObjects, type ObjectIndex } from '../engine/object-index';
import { type OpenCall, policyName, tiersOf } from './open-calls';
import { isOnFargate } from './pod-groups';
import { cuttingPolicy, policiesOf, rulesOf } from './policies';
import { ANYBODY, ANYWHERE, peersIn, podText } from './policy-peers';
import { declaredPorts, isAllPorts, type PolicyPort, portsIn, portTexts } from './policy-ports';

/** What one environment's policies are asked about. */
interface Policies {
  readonly index: ObjectIndex;
  readonly isHeld: (pod: PodTemplate) => boolean;
}

/**
 * Which calls the network policies of an environment let through: into each workload, and out of it to what is not rendered.
 * Calls between rendered Pods, those of one workload too, stand once, at the one who is called, and only where both sides let them. What only the cluster
 * knows, such as whether a block of addresses is that of Pods, stands there as let through, with what may be denied of it.
 * @param objects all that is rendered for it
 */
export function allowedCalls(environment: Environment, objects: readonly RenderedObject[]): readonly AllowedCall[] {
  const index = indexObjects(objects, [], []);
  const isHeld = (pod: PodTemplate) => environment.platform !== 'eks' || !isOnFargate(pod, environment);
  const policies = { index, isHeld };
  return merged(index.templates.flatMap((pod) => [...into(pod, policies), ...outOf(pod, policies)]));
}

function into(pod: PodTemplate, policies: Policies): readonly AllowedCall[] {
  const to = podText(pod);
  return opened(pod, 'ingress', policies).flatMap(({ peer, ports, ...others }) => {
    const isLost = peer.kind === 'pod' && isCut(peer.pod, pod, ports, policies);
    return isLost ? [] : [{ from: peer.text, to, ports: portTexts(ports), ...others }];
  });
}

/** Only to what is not rendered: rendered Pods say themselves who calls them. */
function outOf(pod: PodTemplate, policies: Policies): readonly AllowedCall[] {
  const from = podText(pod);
  return opened(pod, 'egress', policies).flatMap(({ peer, ports, ...others }) =>
    peer.kind === 'pod' ? [] : [{ from, to: peer.text, ports: portTexts(ports), ...others }],
  );
}

/** All that the policies of one Pod let through, cluster policies first. */
function opened(pod: PodTemplate, direction: 'ingress' | 'egress', policies: Policies): readonly OpenCall[] {
  const { index, isHeld } = policies;
  const [field, everybody] = direction === 'ingress' ? (['from', ANYBODY] as const) : (['to', ANYWHERE] as const);
  const all: OpenCall = {
    peer: everybody,
    ports: direction === 'ingress' ? declaredPorts(pod) : [],
    policies: [],
    denied: [],
  };
  if (!isHeld(pod)) return [all];
  const { admin, baseline } = tiersOf(pod, direction, index);
  const selecting = policiesOf(pod, direction, index);
  if (selecting.length === 0) {
    const rest = [...baseline.opens, all].flatMap((call) => admin.leaves(call));
    return [...admin.opens, ...rest.flatMap((call) => (call.policies.length > 0 ? [call] : baseline.leaves(call)))];
  }
  const own = selecting.flatMap((policy) =>
    rulesOf(policy, direction).flatMap((rule) =>
      peersIn(rule, field, policy, index).map(
        (peer): OpenCall => ({ peer, ports: portsIn(rule), policies: [policyName(policy)], denied: [] }),
      ),
    ),
  );
  return [...admin.opens, ...own.flatMap((call) => admin.leaves(call))];
}

/** Whether the policies of one of the two keep each of the ports in or out that a rule of the other opens. */
function isCut(from: PodTemplate, to: PodTemplate, ports: readonly PolicyPort[], { index, isHeld }: Policies): boolean {
  const declared = declaredPorts(to);
  const asked = ports.length === 0 ? declared : ports.map((one) => asDeclared(one, declared));
  if (asked.length === 0) return false;
  return asked.every((port) => cuttingPolicy({ from, to, ...port }, index, isHeld) !== undefined);
}

/** Number and name of a port that a rule names by one of them. */
function asDeclared({ port, protocol = 'TCP' }: PolicyPort, declared: ReturnType<typeof declaredPorts>) {
  const found = declared.find((one) => one.port === port || one.portName === port);
  return (
    found ?? {
      port: typeof port === 'number' ? port : undefined,
      portName: typeof port === 'string' ? port : undefined,
      protocol,
    }
  );
}

/** One row for each pair, with all its ports and policies, in the order of their texts. */
function merged(rows: readonly AllowedCall[]): readonly AllowedCall[] {
  const pairs = new Map<string, AllowedCall[]>();
  for (const row of rows) {
    const key = `${row.from}\n${row.to}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [row]);
    else known.push(row);
  }
  return [...pairs]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, [first, ...others]]) => {
      const same = first === undefined ? [] : [first, ...others];
      const ports = new Set(same.flatMap((row) => row.ports));
      return {
        from: first?.from ?? '',
        to: first?.to ?? '',
        ports: isAllPorts(ports) ? portTexts([]) : [...ports].sort(byCodeUnit),
        policies: sorted(same.flatMap((row) => row.policies)),
        denied: sorted(same.flatMap((row) => row.denied)),
      };
    });
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(byCodeUnit);
}
