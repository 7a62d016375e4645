import type { EksEnvironment } from '../../model/environment';
import { listed } from '../../model/lists';
import { byCodeUnit } from '../../model/order';
import { type Judged, problem, REFRESH, settingsOf, unknown, warning } from './preflight-check';

/** One field of a described part, such as the role of a node group. */
export interface Part {
  readonly field: string;
  /** Undefined where the settings leave it to EKS: it is not compared. */
  readonly says: string | undefined;
  /** Undefined where facts do not say. */
  readonly is: string | undefined;
  /** What comes of a difference, as a sentence without its full stop. */
  readonly after: string;
  /** Whether it is what holds where the settings say nothing: a difference is a warning then. */
  readonly assumed?: boolean;
}

/** A row for each field that the cluster has otherwise, and one for those that facts do not hold. */
export function comparedParts(
  environment: EksEnvironment,
  subject: string,
  parts: readonly Part[],
  change: string,
): readonly Judged[] {
  const said = parts.filter(({ says }) => says !== undefined);
  const unread = said.filter(({ is, assumed }) => is === undefined && assumed !== true).map(({ field }) => field);
  const file = settingsOf(environment);
  return [
    ...said.flatMap(({ field, says, is, after, assumed }) => {
      if (is === undefined || is === says) return [];
      const fix = `${change}, or write what the cluster has in ${file}.`;
      if (assumed === true)
        return [
          warning(
            subject,
            `its ${field}, where the settings say nothing else: ${says}; on the cluster: ${is}. ${after}.`,
            fix,
          ),
        ];
      return [problem(subject, `its ${field} by the settings: ${says}; on the cluster: ${is}. ${after}.`, fix)];
    }),
    ...(unread.length === 0
      ? []
      : [unknown(subject, `facts.json does not say its ${listed(unread)}, which the settings name.`, REFRESH)]),
  ];
}

/** A list whose order says nothing, as text; undefined stays. */
export function setText(list: readonly string[] | undefined): string | undefined {
  return list === undefined ? undefined : [...new Set(list)].sort(byCodeUnit).join(', ') || 'none';
}

/** A number or a flag as text; undefined stays. */
export function plainText(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
