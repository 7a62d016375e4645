import type { NetworkPolicyPort } from '../../imports/k8s';
import { wrongOutsideHost } from '../../src/grammar/host';
import type { Environment } from '../../src/model/environment';
import { knowsHosts } from '../../src/model/node-network';
import type { Problems } from '../shared/problems';

/** Hosts outside the cluster, by their DNS names. */
export interface HostPeer {
  /** Names such as `api.example.com`; `*.example.com` is every name below it, and not the name itself. */
  readonly hosts: readonly string[];
  /**
   * Blocks that the hosts' addresses lie in, for environments whose nodes know no names in policies: all but EKS Auto Mode.
   * `@default` - none, and there the call is refused
   */
  readonly cidrs?: readonly string[];
  /** Blocks inside `cidrs` that stay closed. `@default` - none */
  readonly except?: readonly string[];
}

/** A rule of an ApplicationNetworkPolicy. */
export interface HostRule {
  readonly to?: readonly unknown[];
  readonly ports?: readonly NetworkPolicyPort[];
}

export function judgeHosts({ hosts, cidrs }: HostPeer, environment: Environment, problems: Problems): void {
  problems.unless(hosts.length > 0, 'hosts is empty, so nothing is let out.', 'name at least one host.');
  for (const host of hosts) {
    const wrong = wrongOutsideHost(host);
    problems.unless(
      wrong === undefined,
      `"${host}" is not the name of a host: ${wrong}; the server refuses the policy.`,
      'write it like api.example.com or *.example.com; addresses go into cidrs.',
    );
  }
  problems.unless(
    cidrs !== undefined || knowsHosts(environment),
    `nodes of environment ${environment.name} know no names of hosts in network policies (those of EKS Auto Mode alone do), so ${hosts.join(', ')} cannot be let out by name.`,
    'give cidrs too, the blocks that their addresses lie in; they are used where names are not known.',
  );
}
