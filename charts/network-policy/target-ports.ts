import type { NetworkPolicyPort } from '../../imports/k8s';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { isPortOf, type NetworkPort, type NetworkPorts, type PeerInput, rulePorts } from './network-peer';
import { type PodPort, portsOf, portsText } from './pod-ports';

/** The one who is called, as far as its ports are known. */
interface Target {
  readonly name: string;
  readonly ports: readonly PodPort[];
  /** Number of the Service's port → number of the container's, where both are known. */
  readonly services: ReadonlyMap<number, number>;
}

/**
 * The ports of a rule: those that are named, which the target has to declare; without them all that it declares. Of
 * Pods that are given by labels nobody knows, so that a rule without ports opens all.
 */
export function targetPorts(
  to: PeerInput,
  ports: NetworkPorts | undefined,
  problems: Problems,
): { ports?: NetworkPolicyPort[] } {
  const target = targetOf(to);
  if (target === undefined) return rulePorts(ports, problems);
  problems.unless(
    target.ports.length > 0,
    `${target.name} declares no port, so nothing can call it.`,
    'name the ports that its containers listen on in its `ports`, or give { namespace, pods } with labels.',
  );
  for (const port of ports ?? []) judge(port, target, problems);
  if (ports !== undefined) return rulePorts(ports, problems);
  return { ports: target.ports.map(({ number, protocol }) => ({ port: intOrString(number), ...udp(protocol) })) };
}

/** The server's default is left out. */
function udp(protocol: string): Pick<NetworkPolicyPort, 'protocol'> {
  return protocol === 'TCP' ? {} : { protocol };
}

function judge(input: NetworkPort, { name, ports, services }: Target, problems: Problems): void {
  const { port, protocol = 'TCP' } = typeof input === 'object' ? input : { port: input };
  if (ports.length === 0 || ports.some((one) => isPortOf(input, one))) return;
  const behind = typeof port === 'number' ? services.get(port) : undefined;
  const text = `${typeof port === 'number' ? port : `"${port}"`}${protocol === 'TCP' ? '' : `/${protocol}`}`;
  if (behind === undefined)
    problems.add(
      `${name} does not have port ${text}: callers would time out. It has ${portsText(ports)}.`,
      'name one of these, or leave ports out to open all of them.',
    );
  else
    problems.add(
      `port ${text} is that of the Service of ${name}; a policy holds behind it, where the container listens on ${behind}: callers would time out.`,
      `write ${behind}, or leave ports out.`,
    );
}

function targetOf(to: PeerInput): Target | undefined {
  const pods = 'pods' in to && typeof to.pods === 'object' ? to.pods : to;
  const ports = portsOf(pods);
  if (ports === undefined) return undefined;
  const { name, node } = pods as { readonly name?: string; readonly node?: { readonly id: string } };
  return { name: name ?? node?.id ?? 'the target', ports, services: serviceNumbers(pods) };
}

/** Of a workload of ours that has a Service. */
function serviceNumbers(pods: object): ReadonlyMap<number, number> {
  const { ports, tryServicePort } = pods as Partial<Served>;
  if (ports === undefined || tryServicePort === undefined) return new Map();
  return new Map(
    ports.flatMap(({ name, containerPort }) => {
      const served = (pods as Served).tryServicePort(name);
      return served === undefined ? [] : [[served, containerPort] as const];
    }),
  );
}

interface Served {
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  tryServicePort(name: string): number | undefined;
}
