import type { FieldVerdict } from '../field-verdict';
import { at, textAt } from '../json';

/** What is wrong with a TriggerAuthentication by itself. */
export function judgeAuthentication(value: unknown): readonly FieldVerdict[] {
  const path = ['spec', 'podIdentity'];
  const provider = textAt(value, ...path, 'provider');
  const roleArn = at(value, ...path, 'roleArn');
  if (provider === 'aws-eks')
    return [
      {
        path: [...path, 'provider'],
        found: provider,
        wanted: 'aws',
        severity: 'warning',
        what: 'provider aws-eks is deprecated, and gone in KEDA 3.',
        fix: 'use provider aws.',
      },
    ];
  if (textAt(value, ...path, 'identityOwner') !== 'workload' || roleArn === undefined) return [];
  return [
    {
      path: [...path, 'roleArn'],
      found: String(roleArn),
      what: "the role is the workload's own (identityOwner: workload), and another is named beside it; KEDA refuses it.",
      fix: 'leave one of them out.',
    },
  ];
}
