import type { FieldVerdict } from '../../src/model/field-verdict';
import type { Problems } from '../shared/problems';

/** What a rule would call an error of the finished object is a problem of the construct; its warnings stay with the rule. */
export function judged(verdicts: readonly FieldVerdict[], problems: Problems): void {
  for (const { severity, what, fix } of verdicts) problems.unless(severity === 'warning', what, fix);
}
