import type { Problems } from '../shared/problems';

/** What of an AwsIdentity's properties limits the session. */
export interface SessionInput {
  readonly sessionPolicy?: string | object;
  readonly disableSessionTags?: boolean;
}

/** The fields of an association that limit its sessions: a policy wants the tags off. */
export function sessionOf({ sessionPolicy, disableSessionTags }: SessionInput, problems: Problems) {
  if (sessionPolicy === undefined) return { policy: undefined, disableSessionTags };
  problems.unless(
    disableSessionTags !== false,
    'sessionPolicy is given and disableSessionTags is false: EKS refuses the association, which would have both.',
    'leave disableSessionTags out.',
  );
  const policy = typeof sessionPolicy === 'string' ? sessionPolicy : JSON.stringify(sessionPolicy);
  problems.unless(
    isPolicy(policy),
    'sessionPolicy is not a policy: EKS takes JSON with a Statement that is not empty.',
    "give an IAM policy, such as { Version: '2012-10-17', Statement: [...] }.",
  );
  return { policy, disableSessionTags: true };
}

/** One statement, or a list of some: with none, the session would have no rights, and IAM refuses the policy. */
function isPolicy(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('Statement' in parsed)) return false;
    const { Statement: statement } = parsed;
    return typeof statement === 'object' && statement !== null && Object.keys(statement).length > 0;
  } catch {
    return false;
  }
}
