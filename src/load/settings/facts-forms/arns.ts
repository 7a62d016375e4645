import { ACCOUNT_ID, IAM_ROLE, parseArn } from '../../../grammar/arn';
import type { EksEnvironment } from '../../../model/environment';

/** The cluster that facts have to be about. */
export type Whose = Pick<EksEnvironment, 'partition' | 'accountId' | 'region' | 'clusterName'>;

/** Why a text is not the ARN of this very cluster, as a part of a sentence. */
export const clusterArn =
  ({ partition, accountId, region, clusterName }: Whose) =>
  (text: string) => {
    const wanted = `arn:${partition}:eks:${region}:${accountId}:cluster/${clusterName}`;
    return text === wanted
      ? undefined
      : `is not the ARN of the cluster that environment.yaml names, which is ${wanted}`;
  };

/** The form of a role's ARN, of any account. */
export function roleArn(text: string): string | undefined {
  if (text.startsWith('arn:') && IAM_ROLE.test(text)) return undefined;
  return 'is not the ARN of a role';
}

/**
 * A role is passed to a service of its own account only, so EKS takes none of another account for what it runs itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const ownRoleArn =
  ({ partition, accountId }: Whose) =>
  (text: string) => {
    const wrong = roleArn(text);
    if (wrong !== undefined) return wrong;
    const { account, partition: found } = parseArn(text) ?? {};
    if (account === accountId && found === partition) return undefined;
    return `is a role of account ${account} in partition ${found}, but the cluster’s are ${accountId} and ${partition}: EKS takes roles of its own account alone here`;
  };

/** A principal of IAM: a role, a user, or what AWS keeps for services. */
export function principalArn(text: string): string | undefined {
  const arn = parseArn(text);
  return arn?.service === 'iam' && ACCOUNT_ID.test(arn.account)
    ? undefined
    : 'is not the ARN of a role or a user of IAM';
}

/** The add-on of this cluster that has an association. */
export const ownerArn =
  ({ clusterName, accountId }: Whose) =>
  (text: string) => {
    const { resource = '', account } = parseArn(text) ?? {};
    const [kind, cluster] = resource.split('/');
    if (kind !== 'addon') return undefined;
    if (cluster === clusterName && account === accountId) return undefined;
    return `is an add-on of cluster ${cluster} in account ${account}, but these are facts of ${clusterName} in ${accountId}`;
  };
