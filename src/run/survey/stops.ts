import type { Verdict } from '../../model/finding';

/** Whether the findings forbid writing: an error does, under `--strict` a warning or an unknown too. */
export function stops(verdicts: readonly Verdict[], strict: boolean): boolean {
  return verdicts.some(({ findings }) =>
    findings.some(
      (finding) =>
        finding.silenced === undefined &&
        (finding.severity === 'error' ||
          (strict && (finding.severity === 'warning' || finding.severity === 'unknown'))),
    ),
  );
}
