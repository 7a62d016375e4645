import { wrongOutsideHost } from '../../src/grammar/host';
import { CLUSTER_POLICY_LIMITS as LIMITS } from '../../src/knowledge/aws/network-policy-kinds';
import type { Environment } from '../../src/model/environment';
import { wrongPolicyHosts } from '../../src/model/policy-hosts';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import { cidrProblem } from './cidr';
import type { ClusterEgressRule, ClusterPods, ClusterRule } from './cluster-policy-props';
import { type NetworkPort, rulePorts } from './network-peer';

type Peer = ClusterEgressRule['to'][number];

/** Hosts that a rule names and that do not do what it says. @param at where it stands: `egress[0]` */
export function judgeHosts(
  { action, to }: ClusterEgressRule,
  at: string,
  environment: Environment,
  problems: Problems,
): void {
  const hosts = to.flatMap((peer) => ('hosts' in peer ? peer.hosts : []));
  // Elsewhere nothing is made.
  if (hosts.length === 0 || environment.platform !== 'eks') return;
  const wrong = wrongPolicyHosts(action, hosts, environment);
  if (wrong !== undefined) problems.add(`${at}: ${wrong.what}`, wrong.fix);
}

/** One rule, as the object has it. @param at where it stands: `egress[0]` */
export function clusterRule(
  rule: ClusterRule,
  direction: 'from' | 'to',
  peers: readonly Peer[],
  at: string,
  problems: Problems,
): object {
  const { action, name, ports } = rule;
  judgeCount(`${at}.${direction}`, peers.length, LIMITS.peers, problems);
  problems.unless(
    name === undefined || name.length <= LIMITS.ruleName,
    `${at}.name has ${name?.length} characters, and may have ${LIMITS.ruleName}; the server refuses the policy.`,
    'make it shorter.',
  );
  rulePorts(ports, problems);
  const values = { action, [direction]: peers.map((peer) => peerOf(peer, at, problems)) };
  return {
    ...(name === undefined ? {} : { name }),
    ...values,
    ...(ports === undefined ? {} : { ports: ports.map((port) => portOf(port, at, problems)) }),
  };
}

function judgeCount(what: string, count: number, most: number, problems: Problems): void {
  problems.unless(
    count > 0 && count <= most,
    `${what} has ${count} entries, and may have 1 to ${most}; the server refuses the policy.`,
    count === 0 ? 'name at least one.' : 'make several of it.',
  );
}

function peerOf(peer: Peer, at: string, problems: Problems): object {
  if ('cidrs' in peer) {
    judgeCount(`${at}: cidrs`, peer.cidrs.length, LIMITS.values, problems);
    for (const cidr of peer.cidrs) cidrProblem(cidr, problems);
    return { networks: [...peer.cidrs] };
  }
  if ('hosts' in peer) {
    judgeCount(`${at}: hosts`, peer.hosts.length, LIMITS.values, problems);
    for (const host of peer.hosts) {
      const wrong = wrongOutsideHost(host);
      problems.unless(
        wrong === undefined,
        `"${host}" is not the name of a host: ${wrong}; the server refuses the policy.`,
        'write it like api.example.com or *.example.com.',
      );
    }
    return { domainNames: [...peer.hosts] };
  }
  return clusterPods(peer);
}

/** Namespaces as a whole, or Pods in them. */
export function clusterPods({ namespaces, pods }: ClusterPods): object {
  if (pods === undefined) return { namespaces: selectorOf(namespaces) };
  return { pods: { namespaceSelector: selectorOf(namespaces), podSelector: selectorOf(pods) } };
}

function selectorOf(labels: Labels | undefined): object {
  return labels === undefined ? {} : { matchLabels: { ...labels } };
}

function portOf(input: NetworkPort, at: string, problems: Problems): object {
  const { port, endPort, protocol = 'TCP' } = typeof input === 'object' ? input : { port: input };
  if (typeof port === 'string') return { namedPort: port };
  if (endPort === undefined) return { portNumber: { port, protocol } };
  problems.unless(
    endPort > port,
    `${at}: ports ${port} to ${endPort} are not a range; the server refuses the policy.`,
    'leave endPort out for a single port.',
  );
  return { portRange: { start: port, end: endPort, protocol } };
}
