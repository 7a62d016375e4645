import type { Environment } from './environment';
import { listed } from './lists';
import { knowsHosts } from './node-network';

/** What is wrong with hosts in a rule of a network policy: a clause behind the place, and what to do. */
export interface PolicyHostsMistake {
  readonly what: string;
  readonly fix: string;
}

/**
 * Why a rule that names hosts does not do what it says; the server takes it all the same. Hosts are known to Accept and
 * Pass.
 * @param action of the rule; absent in an ApplicationNetworkPolicy, whose rules let calls through
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html (read in November 2026)
 */
export function wrongPolicyHosts(
  action: string | undefined,
  hosts: readonly string[],
  environment: Environment,
): PolicyHostsMistake | undefined {
  const named = listed(hosts);
  if (action === 'Deny')
    return {
      what: `the rule's action is Deny, and hosts are known to Accept and Pass alone: nothing is kept from ${named}.`,
      fix: 'accept the hosts that may be called, and deny all others by their addresses in a later rule.',
    };
  if (knowsHosts(environment)) return undefined;
  const symptom =
    action === 'Pass' ? `calls to ${named} are not handed on by this rule.` : `calls to ${named} are dropped.`;
  return {
    what: `it names hosts, and no node of environment ${environment.name} reads them (those of EKS Auto Mode alone do): ${symptom}`,
    fix: 'name the blocks of their addresses, in a NetworkPolicy with ipBlock; allowEgress({ hosts, cidrs }) takes what the nodes of each environment know.',
  };
}
