import { oneLine } from '../grammar/visible-text';
import { describeWhere, relatedLines, type Stop } from '../model/errors';
import type { Finding, Verdict } from '../model/finding';
import { describeIdentity } from '../model/identity';
import { describePlace, type SourcePlace } from '../model/source-place';
import type { Report } from './report';

/**
 * JUnit's XML, which most CI systems show as tests: a suite per environment, a case per finding, and one case for what
 * no rule has found anything in. What stops a run is an error of a suite of its own.
 * @see https://github.com/testmoapp/junitxml
 */
export function junitReport({ command, verdicts, stops }: Report): string {
  const names = [...new Set(verdicts.map(({ environment }) => environment))];
  const suites = names.map((name) => environmentSuite(name, ofEnvironment(verdicts, name)));
  if (stops.length > 0) suites.push({ name: command, cases: stops.map(stopCase) });
  const lines = suites.flatMap(({ name, cases }) => [
    `  <testsuite ${attributes({ name, ...counts(cases) })}>`,
    ...cases.map(({ text }) => text),
    '  </testsuite>',
  ]);
  const all = counts(suites.flatMap(({ cases }) => cases));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: `cdk8s-eks ${command}`, ...all })}>`,
    ...lines,
    '</testsuites>',
  ].join('\n')}\n`;
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly outcome: Outcome;
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

function counts(cases: readonly Case[]) {
  const of = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function ofEnvironment(verdicts: readonly Verdict[], environment: string): readonly Verdict[] {
  return verdicts.filter((verdict) => verdict.environment === environment);
}

function environmentSuite(name: string, verdicts: readonly Verdict[]): Suite {
  const objects = verdicts.reduce((sum, verdict) => sum + verdict.objects, 0);
  const judged = { name: 'all objects are judged', classname: name };
  const text = `    <testcase ${attributes(judged)}><system-out>${escaped(`objects: ${objects}`)}</system-out></testcase>`;
  const findings = verdicts.flatMap((verdict) => verdict.findings).map(findingCase);
  return { name, cases: [{ outcome: 'passed', text }, ...findings] };
}

/** An error fails its case. What does not stop a run is shown as skipped, with what it says. */
function findingCase(finding: Finding): Case {
  const { rule, environment, app, object, field, severity, silenced, source } = finding;
  const name = [rule, describeIdentity(object), field].filter((part) => part !== '').join(' › ');
  const what = { name, classname: `${environment}.${app}`, ...fileOf(source) };
  const details = [finding.message, ...(source === undefined ? [] : [`in ${describePlace(source)}`])];
  const text = [...details, `fix: ${finding.fix}`, `see: ${finding.see}`].map(oneLine).join('\n');
  if (silenced === undefined && severity === 'error')
    return outcomeCase('failure', what, { type: rule, message: finding.message }, text);
  const why = silenced === undefined ? `${severity}: ${finding.message}` : `silenced: ${silenced}`;
  return outcomeCase('skipped', what, { message: why }, text);
}

function stopCase(stop: Stop): Case {
  const { code, message, place, fix } = stop;
  const name = [code, describeWhere(stop)].filter((part) => part !== '').join(' › ');
  const lines = [message, ...relatedLines(stop), ...(fix === undefined ? [] : [`fix: ${fix}`])];
  const text = lines.map(oneLine).join('\n');
  return outcomeCase('error', { name, classname: code, ...fileOf(place) }, { type: code, message }, text);
}

type Attributes = Readonly<Record<string, string | number>>;

function outcomeCase(outcome: Exclude<Outcome, 'passed'>, of: Attributes, why: Attributes, text: string): Case {
  const inner = `<${outcome} ${attributes(why)}>${escaped(text)}</${outcome}>`;
  return { outcome, text: `    <testcase ${attributes(of)}>${inner}</testcase>` };
}

function fileOf(place: SourcePlace | undefined): Attributes {
  return place === undefined ? {} : { file: place.file, line: place.line };
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escaped(oneLine(String(value)))}"`)
    .join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML holds no control characters, not even escaped; `oneLine` has shown them before. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '').replace(/[\ufffe\uffff]/g, '\ufffd');
}
