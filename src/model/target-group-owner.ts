import { parseArn } from '../grammar/arn';
import type { Environment } from './environment';

/** Where a target group is that the controller of an environment cannot reach, and what to do about it. */
export interface ForeignTargetGroup {
  /** A clause with its own subject. */
  readonly what: string;
  readonly fix: string;
}

/**
 * The controller asks the load balancers of its own region, as its own role or as one that the binding names. A role acts in
 * its own account alone. Undefined where it may find the target group.
 * @param role `iamRoleArnToAssume` of the binding
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/targetgroupbinding/targetgroupbinding/
 */
export function foreignTargetGroup(
  arn: string,
  role: string | undefined,
  environment: Environment,
): ForeignTargetGroup | undefined {
  const group = parseArn(arn);
  if (environment.platform !== 'eks' || group === undefined || group.account === '') return undefined;
  const { region, accountId, name } = environment;
  if (group.region !== region)
    return {
      what: `the target group is in ${group.region}, and environment ${name} is in ${region}, where the controller looks for it, and does not find it`,
      fix: `name a target group of ${region}.`,
    };
  const owner = role === undefined ? accountId : parseArn(role)?.account;
  if (owner === undefined || owner === group.account) return undefined;
  if (role === undefined)
    return {
      what: `the target group is of account ${group.account}, and environment ${name} of ${accountId}: without a role of that account the controller does not find it`,
      fix: 'name a role of the target group’s account in iamRoleArnToAssume; EKS Auto Mode has no such field.',
    };
  return {
    what: `the target group is of account ${group.account}, and iamRoleArnToAssume is a role of ${owner}, which does not find it`,
    fix: `name a role of account ${group.account}.`,
  };
}
