import { ROLE_NAME } from '../../knowledge/karpenter/node-class-limits';
import type { FieldVerdict } from '../field-verdict';
import { at, textAt } from '../json';

/** What nodes are for AWS. */
export function judgeRole(nodeClass: unknown): readonly FieldVerdict[] {
  const given = ['role', 'instanceProfile'].filter((field) => at(nodeClass, 'spec', field) !== undefined);
  const path = ['spec', 'role'];
  const role = textAt(nodeClass, ...path);
  if (given.length === 1) return role === undefined ? [] : judgeName(role);
  const [what, fix] =
    given.length === 0
      ? [
          'neither role nor instanceProfile is given, so nodes could not join; the server refuses the class.',
          'give role.',
        ]
      : ['role and instanceProfile are both given; the server refuses the class.', 'leave one of them out.'];
  return [{ path, found: given.length === 0 ? 'nothing' : given.join(', '), what, fix }];
}

/** Karpenter puts the role into an instance profile by its name. */
function judgeName(role: string): readonly FieldVerdict[] {
  if (ROLE_NAME.test(role)) return [];
  const name = role.slice(role.lastIndexOf('/') + 1);
  return [
    {
      path: ['spec', 'role'],
      found: role,
      what: `role is "${role}", which is not the name of an IAM role: a name has no path and at most 64 characters; no instance profile is made, and no node starts.`,
      fix: ROLE_NAME.test(name) ? `write ${name}.` : 'write the name of the role.',
    },
  ];
}
