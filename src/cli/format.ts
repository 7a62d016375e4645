import type { Verdict } from '../model/finding';
import { githubReport } from '../report/github';
import { jsonReport } from '../report/json';
import { sarifReport } from '../report/sarif';
import { summaryText } from '../report/summary';
import { findingsText } from '../report/text';
import { RULE_DESCRIPTIONS } from '../run/survey/rules';
import type { FindingFormat } from './finding-formats';

/** The findings of `check`, in one of the formats. */
export function formatFindings(verdicts: readonly Verdict[], format: FindingFormat, colour: boolean): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  switch (format) {
    case 'text':
      return `${findingsText(findings, { colour })}${summaryText(verdicts)}\n`;
    case 'json':
      return jsonReport({ command: 'check', verdicts });
    case 'sarif':
      return sarifReport(findings, RULE_DESCRIPTIONS);
    case 'github':
      return githubReport(findings);
  }
}
