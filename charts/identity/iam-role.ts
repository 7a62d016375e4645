import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** A role's name, with its path where it has one: at most 64 characters after the last slash. */
const ROLE = /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
const ROLE_ARN = /^arn:([\w-]+):iam::(\d{12}):role\/(.+)$/;

/** The ARN of a role that the environment declares by name; undefined and a problem where it cannot be had. */
export function roleArnOf(name: string, environment: EksEnvironment, problems: Problems): string | undefined {
  const { iamRoles } = environment.identity;
  const role = Object.hasOwn(iamRoles, name) ? iamRoles[name] : undefined;
  if (role === undefined) {
    if (name.startsWith('arn:')) {
      problems.add(
        `iamRole is the ARN ${name}, which belongs to one environment; this construct is rendered for others too.`,
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
  const match = ROLE_ARN.exec(arn);
  problems.unless(
    ROLE.test(match?.[3] ?? ''),
    `identity.iamRoles.${name} of environment ${environment.name} is "${role}", which is not a role; AWS would refuse every call.`,
    'write a role’s name (with its path), or a full ARN like arn:aws:iam::<account>:role/<name>.',
  );
  problems.unless(
    match === null || match[1] === environment.partition,
    `identity.iamRoles.${name} of environment ${environment.name} is a role of partition ${match?.[1]}; the cluster is in ${environment.partition}, and no role is assumed across partitions.`,
    `name a role of ${environment.partition}.`,
  );
  return arn;
}
