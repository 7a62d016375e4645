import type { Finding, Severity } from '../model/finding';
import { describeIdentity } from '../model/identity';

/** A rule as SARIF lists it. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly see: readonly string[];
}

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  unknown: 'warning',
};

/** SARIF 2.1.0, which code scanning reads. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport(findings: readonly Finding[], rules: readonly RuleDescription[]): string {
  const used = [...new Set(findings.map((finding) => finding.rule))];
  const driver = {
    name: 'cdk8s-eks',
    rules: used.map((id) => {
      const rule = rules.find((one) => one.id === id);
      if (rule === undefined) return { id, shortDescription: { text: id }, help: { text: id } };
      const { summary, why, see } = rule;
      return {
        id,
        shortDescription: { text: summary },
        fullDescription: { text: why },
        help: { text: [why, ...see].join('\n') },
        helpUri: see[0],
      };
    }),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => resultOf(finding, used)),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function resultOf(finding: Finding, rules: readonly string[]): object {
  const { silenced } = finding;
  const identity = `${finding.environment}/${finding.app}/${describeIdentity(finding.object)}`;
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: LEVEL[finding.severity],
    message: { text: withoutLinks(`${finding.message}\nfix: ${finding.fix}`) },
    locations: [
      {
        physicalLocation: physicalLocation(finding),
        logicalLocations: [{ fullyQualifiedName: `${identity}${finding.field === '' ? '' : ` › ${finding.field}`}` }],
      },
    ],
    partialFingerprints: { objectAndField: `${identity}/${finding.field}/${finding.rule}` },
    ...(silenced === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: silenced }] }),
  };
}

/** Code scanning refuses a result without a file, so a finding without a line points at the environment's settings. */
function physicalLocation({ source, environment }: Finding): object {
  const uri = encodeURI(source?.file ?? `environments/${environment}/environment.yaml`).replaceAll(':', '%3A');
  return {
    artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
    region: { startLine: source?.line ?? 1, startColumn: source?.column ?? 1 },
  };
}

/** SARIF takes `[text](address)` for a link even in plain text; a space breaks such links in a user's text. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
