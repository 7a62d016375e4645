import { visibleJson } from '../grammar/visible-text';
import { defined } from '../model/defined';
import { describeWhere, ERROR_CODES, type ErrorCode, type RelatedPlace, type Stop } from '../model/errors';
import type { Finding, Severity } from '../model/finding';
import { describeIdentity } from '../model/identity';
import type { SourcePlace } from '../model/source-place';
import type { Report, RuleDescription } from './report';

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  unknown: 'warning',
};

/** SARIF 2.1.0, which code scanning reads. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport({ verdicts, stops, rules }: Report): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const used = [...new Set([...findings.map(({ rule }) => rule), ...stops.map(({ code }) => code)])];
  const seen = new Map(findings.map(({ rule, see }) => [rule, see]));
  const run = {
    tool: { driver: { name: 'cdk8s-eks', rules: used.map((id) => ruleOf(id, rules, seen.get(id))) } },
    invocations: [{ executionSuccessful: stops.length === 0 }],
    columnKind: 'utf16CodeUnits',
    results: [
      ...findings.map((finding) => resultOf(finding, used.indexOf(finding.rule))),
      ...stops.map((stop) => stopResult(stop, used.indexOf(stop.code))),
    ],
  };
  return `${visibleJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
}

/** A rule, or the code of what stopped the run; an outside judge has rules that nobody describes. */
function ruleOf(id: string, rules: readonly RuleDescription[], helpUri?: string): object {
  const rule = rules.find((one) => one.id === id);
  const short = isErrorCode(id) ? ERROR_CODES[id].about : id;
  if (rule === undefined)
    return { id, shortDescription: { text: short }, help: { text: short }, ...defined({ helpUri }) };
  const { summary, why, see } = rule;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: [why, ...see].join('\n') },
    helpUri: see[0],
  };
}

function isErrorCode(id: string): id is ErrorCode {
  return Object.hasOwn(ERROR_CODES, id);
}

function resultOf(finding: Finding, ruleIndex: number): object {
  const { silenced, source, environment } = finding;
  const identity = `${environment}/${finding.app}/${describeIdentity(finding.object)}`;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: { text: withoutLinks(`${finding.message}\nfix: ${finding.fix}`) },
    locations: [
      {
        physicalLocation: physicalLocation(source ?? start(`environments/${environment}/environment.yaml`)),
        logicalLocations: [{ fullyQualifiedName: `${identity}${finding.field === '' ? '' : ` › ${finding.field}`}` }],
      },
    ],
    partialFingerprints: { objectAndField: `${identity}/${finding.field}/${finding.rule}` },
    ...(silenced === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: silenced }] }),
  };
}

function stopResult(stop: Stop, ruleIndex: number): object {
  const { code, message, fix, path, place, related = [] } = stop;
  return {
    ruleId: code,
    ruleIndex,
    level: 'error',
    message: { text: withoutLinks(fix === undefined ? message : `${message}\nfix: ${fix}`) },
    locations: [
      {
        physicalLocation: physicalLocation(place ?? start('package.json')),
        ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: { stop: `${code}/${describeWhere(stop)}/${message}` },
  };
}

function relatedLocation({ message, place }: RelatedPlace, index: number): object {
  return { id: index + 1, message: { text: withoutLinks(message) }, physicalLocation: physicalLocation(place) };
}

/** Code scanning refuses a result without a file, so what has no line points at the file that it is about most. */
function start(file: string): SourcePlace {
  return { file, line: 1, column: 1 };
}

function physicalLocation({ file, line, column }: SourcePlace): object {
  return {
    artifactLocation: { uri: encodeURI(file).replaceAll(':', '%3A'), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}

/** SARIF takes `[text](address)` for a link even in plain text; a space breaks such links in a user's text. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
