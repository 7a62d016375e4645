import type { LabelSelector, NetworkPolicyPeer, NetworkPolicyPort } from '../../imports/k8s';
import { wrongDnsLabel } from '../../src/grammar/dns';
import { FIRST_PORT, LAST_PORT, wrongPortName } from '../../src/grammar/port';
import { defined } from '../../src/model/defined';
import { intOrString } from '../shared/kube-values';
import type { Labels } from '../shared/labels';
import { isPlusPods, type PlusPods, plusPods } from '../shared/plus-pods';
import type { Problems } from '../shared/problems';
import { cidrProblem } from './cidr';

/** Pods of a namespace: by a workload of ours or of cdk8s-plus, or by labels; without either all of them. */
export interface NetworkPeer {
  /** Namespace of the Pods. */
  readonly namespace: string;
  /** A workload of ours or of any cdk8s-plus, or labels. `@default` - all Pods of the namespace */
  readonly pods?: { readonly selector: Labels; readonly name: string } | PlusPods | Labels;
}

/** A WebService, StatefulService or ScheduledJob of an app that names its namespace. */
export interface WorkloadPeer {
  /** Name of the workload. */
  readonly name: string;
  /** Labels that select its Pods. */
  readonly selector: Labels;
  /** Namespace of its Pods; a call needs one. */
  readonly namespace: string | undefined;
}

/** Addresses outside the cluster, such as AWS endpoints. */
export interface AddressPeer {
  /** CIDR blocks, such as `10.0.0.0/16`. */
  readonly cidrs: readonly string[];
  /** Blocks inside them that stay closed, such as 169.254.169.254/32, which gives away a node's credentials. */
  readonly except?: readonly string[];
}

/** One end of a call: Pods of a namespace, a workload of ours, or a workload or `Pods` of any cdk8s-plus. */
export type PeerInput = NetworkPeer | WorkloadPeer | PlusPods;

/** A container port, by number or name: not the Service's. `endPort` makes it a range. */
export type NetworkPort =
  | number
  | string
  | { readonly port: number | string; readonly endPort?: number; readonly protocol?: 'TCP' | 'UDP' | 'SCTP' };

/** `@default` - all */
export type NetworkPorts = readonly NetworkPort[];

/** What a policy needs to know of one end. */
export interface Peer {
  readonly namespace: string;
  readonly pods: LabelSelector;
}

export function peerOf(input: PeerInput, problems: Problems): Peer {
  if ('selector' in input) {
    problems.unless(
      input.namespace !== undefined,
      `workload ${input.name} has no namespace, so a policy cannot select its Pods.`,
      'name one in defineApp() or on its Chart.',
    );
    return { namespace: input.namespace ?? '', pods: { matchLabels: { ...input.selector } } };
  }
  if (isPlusPods(input)) {
    const { selector, namespace } = plusPods(input);
    problems.unless(
      namespace !== undefined,
      `the Pods of ${input.node.id} are not in one namespace, so a policy cannot select them.`,
      'select them in one namespace, or give { namespace, pods }.',
    );
    return { namespace: namespace ?? '', pods: selector };
  }
  return namespacedPeer(input, problems);
}

function namespacedPeer({ namespace, pods }: NetworkPeer, problems: Problems): Peer {
  const wrong = wrongDnsLabel(namespace ?? '');
  problems.unless(
    wrong === undefined,
    `a namespace cannot be called "${namespace}": ${wrong}; the policy would let nobody in or out.`,
    'name the namespace of the Pods.',
  );
  if (pods === undefined) return { namespace, pods: {} };
  if (isPlusPods(pods)) return { namespace, pods: plusPods(pods).selector };
  const labels: Labels = typeof pods['selector'] === 'object' ? pods['selector'] : (pods as Labels);
  problems.unless(
    Object.keys(labels).length > 0,
    `pods of namespace ${namespace} names no labels, which selects all Pods.`,
    'name labels, or leave pods out to mean all.',
  );
  return { namespace, pods: { matchLabels: { ...labels } } };
}

/** The other end, as a rule names it. */
export function rulePeer({ namespace, pods }: Peer): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: pods };
}

export function addressPeers({ cidrs, except }: AddressPeer, problems: Problems): NetworkPolicyPeer[] {
  problems.unless(cidrs.length > 0, 'cidrs is empty, which means every address.', 'name the blocks, or 0.0.0.0/0.');
  for (const cidr of [...cidrs, ...(except ?? [])]) cidrProblem(cidr, problems);
  return cidrs.map((cidr) => ({ ipBlock: { cidr, ...defined({ except: except && [...except] }) } }));
}

export function rulePorts(ports: NetworkPorts | undefined, problems: Problems): { ports?: NetworkPolicyPort[] } {
  if (ports === undefined) return {};
  problems.unless(
    ports.length > 0,
    'ports is empty, which means all ports.',
    'name them, or leave ports out to mean all.',
  );
  return {
    ports: ports.map((input) => {
      const { port, endPort, protocol } = typeof input === 'object' ? input : { port: input };
      judgePolicyPort(port, endPort, problems);
      return { port: intOrString(port), ...defined({ endPort, protocol }) };
    }),
  };
}

/** Whether a port of a policy is one that a container declares; a range is, where one of them lies in it. */
export function isPortOf(
  input: NetworkPort,
  { name, number, protocol }: { readonly name?: string; readonly number: number; readonly protocol: string },
): boolean {
  const one = typeof input === 'object' ? input : { port: input };
  if ((one.protocol ?? 'TCP') !== protocol) return false;
  if (typeof one.port === 'string') return one.port === name;
  return number >= one.port && number <= (one.endPort ?? one.port);
}

/** As rule k8s/valid-network-policy judges them. */
function judgePolicyPort(port: number | string, endPort: number | undefined, problems: Problems): void {
  const wrongName = typeof port === 'string' ? wrongPortName(port) : undefined;
  problems.unless(
    wrongName === undefined,
    `a port cannot be called "${port}": ${wrongName}; the server refuses the policy.`,
    'use the number or the name of a container port.',
  );
  if (typeof port === 'number') problems.integer('port', port, FIRST_PORT, LAST_PORT);
  problems.integer('endPort', endPort, FIRST_PORT, LAST_PORT);
  problems.unless(
    endPort === undefined || (typeof port === 'number' && endPort >= port),
    `endPort ${endPort} does not make a range with port ${port}; the server refuses it.`,
    'give a port number, and an endPort that is not below it.',
  );
}
