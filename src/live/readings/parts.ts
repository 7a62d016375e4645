import { defined } from '../../model/defined';
import type { HealthIssue } from '../../model/facts';
import { by, byCodeUnit } from '../../model/order';
import type { Answer } from '../answer';

export function sorted(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined ? undefined : [...list].sort(byCodeUnit);
}

/** What EKS says is wrong; undefined where it finds nothing, so that a healthy part is short. */
export function healthIssues(part: Answer): readonly HealthIssue[] | undefined {
  const issues = (part.part('health')?.parts('issues') ?? []).map((issue) =>
    defined({ code: issue.requiredText('code'), message: issue.text('message') }),
  );
  return issues.length === 0 ? undefined : issues.sort(by(({ code, message = '' }) => `${code} ${message}`));
}
