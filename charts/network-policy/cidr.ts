import { cidrText, parseCidr, unclearCidr, wrongCidr } from '../../src/grammar/cidr';
import type { Problems } from '../shared/problems';

/**
 * A wrong block is refused by the server, or by the load balancer's controller for a whole group. Rule
 * k8s/valid-network-policy says the same of raw objects.
 */
export function cidrProblem(cidr: string, problems: Problems): void {
  const wrong = wrongCidr(cidr);
  if (wrong !== undefined)
    problems.add(`"${cidr}" is not a block of addresses: ${wrong}.`, 'write it like 203.0.113.0/24.');
  const unclear = unclearCidr(cidr);
  const block = parseCidr(cidr);
  if (unclear !== undefined && block !== undefined)
    problems.add(`"${cidr}" does not say clearly which addresses it means: ${unclear}.`, `write ${cidrText(block)}.`);
}
