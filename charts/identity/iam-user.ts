import { IAM_USER } from '../../src/grammar/arn';
import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** Adds a problem for what is not the name of an IAM user. */
export function judgeIamUser(name: string, problems: Problems): void {
  problems.unless(
    IAM_USER.test(name),
    `iamUser is "${name}", which is not the name of an IAM user.`,
    'write the user’s name, its path before it; an ARN belongs to one environment.',
  );
}

/** The ARN of a user of the cluster's account. */
export function userArnOf(name: string, { partition, accountId }: EksEnvironment): string {
  return `arn:${partition}:iam::${accountId}:user/${name}`;
}
