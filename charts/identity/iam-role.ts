import { parseArn, wrongRole } from '../../src/grammar/arn';
import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** The ARN of a role that the environment declares by name; undefined and a problem where it cannot be had. */
export function roleArnOf(
  name: string,
  environment: EksEnvironment,
  problems: Problems,
  property = 'iamRole',
): string | undefined {
  const { iamRoles } = environment.identity;
  const role = Object.hasOwn(iamRoles, name) ? iamRoles[name] : undefined;
  if (role === undefined) {
    if (name.startsWith('arn:')) {
      problems.add(
        `${property} is the ARN ${name}, which belongs to one environment; this construct is rendered for others too.`,
        'declare it under identity.iamRoles in environment.yaml, and give the name it has there.',
      );
    } else {
      problems.add(
        `environment ${environment.name} declares no IAM role "${name}".${didYouMean(name, Object.keys(iamRoles))}`,
        'declare it under identity.iamRoles in environment.yaml.',
      );
    }
    return undefined;
  }
  const arn = role.startsWith('arn:')
    ? role
    : `arn:${environment.partition}:iam::${environment.accountId}:role/${role}`;
  const wrong = wrongRole(role);
  problems.unless(
    wrong === undefined,
    `identity.iamRoles.${name} of environment ${environment.name} is "${role}": ${wrong}; AWS would refuse every call.`,
    'write a role’s name (with its path), or a full ARN like arn:aws:iam::<account>:role/<name>.',
  );
  const partition = parseArn(arn)?.partition;
  problems.unless(
    wrong !== undefined || partition === environment.partition,
    `identity.iamRoles.${name} of environment ${environment.name} is a role of partition ${partition}; the cluster is in ${environment.partition}, and no role is assumed across partitions.`,
    `name a role of ${environment.partition}.`,
  );
  return arn;
}
