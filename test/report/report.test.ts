import type { Change } from '../../src/model/change';
import { type Finding, summarize } from '../../src/model/finding';
import { diffMarkdown } from '../../src/report/diff-markdown';
import { diffText } from '../../src/report/diff-text';
import { githubReport } from '../../src/report/github';
import { jsonReport } from '../../src/report/json';
import { sarifReport } from '../../src/report/sarif';
import { findingsText } from '../../src/report/text';

const finding: Finding = {
  rule: 'eks/valid-ebs-access-mode',
  severity: 'error',
  environment: 'prod',
  app: 'reports',
  object: { group: '', kind: 'PersistentVolumeClaim', namespace: 'reports', name: 'cache' },
  field: 'spec.accessModes[0]',
  found: 'ReadWriteMany',
  wanted: 'ReadWriteOnce',
  message: 'it stays Pending.',
  fix: 'use `ReadWriteOnce`.',
  see: 'driver docs',
  construct: 'reports/cache/Claim',
  source: { file: 'apps/reports.ts', line: 14, column: 5 },
};
const hostile = { ...finding, message: 'a\u001b]8;;x\u0007\n::error::b%', severity: 'warning' as const };

describe('findings', () => {
  it('as text: what, where, fix, see', () => {
    expect(findingsText([finding], { colour: false })).toBe(`error eks/valid-ebs-access-mode: it stays Pending.
  at prod › reports › PersistentVolumeClaim reports/cache › spec.accessModes[0] — from reports/cache/Claim
  in apps/reports.ts:14:5
  fix: use \`ReadWriteOnce\`.
  see: driver docs
`);
    expect(
      findingsText([finding], { colour: true }).startsWith('\u001b[31;1merror eks/valid-ebs-access-mode\u001b[0m: '),
    ).toBe(true);
  });

  it('count the warnings of a rule that are too many to read, never the errors', () => {
    const text = findingsText([hostile, hostile, hostile, finding, finding], { colour: false, warningsPerRule: 1 });
    expect(text.match(/^warning /gm)).toHaveLength(1);
    expect(text.match(/^error /gm)).toHaveLength(2);
    expect(text.endsWith('… and 2 more of warning eks/valid-ebs-access-mode; `check` lists them all\n')).toBe(true);
  });

  it('send no escape sequence and no line of their own to a terminal or a workflow', () => {
    expect(findingsText([hostile], { colour: false }).split('\n')[0]).toBe(
      'warning eks/valid-ebs-access-mode: a\\u001b]8;;x\\u0007\\u000a::error::b%',
    );
    expect(githubReport([hostile])).toBe(
      '::warning file=apps/reports.ts,line=14,col=5,title=eks/valid-ebs-access-mode::prod › PersistentVolumeClaim reports/cache › spec.accessModes[0]: a\u001b]8;;x\u0007%0A::error::b%25%0Afix: use `ReadWriteOnce`.\n',
    );
  });

  it('as JSON in the published order of keys', () => {
    const report = JSON.parse(
      jsonReport({ command: 'check', verdicts: [{ environment: 'prod', findings: [finding], objects: 3 }] }),
    );
    expect(report).toEqual({
      command: 'check',
      environments: ['prod'],
      findings: [finding],
      summary: { objects: 3, valid: 2, excused: 0, invalid: 1, unknown: 0, suppressed: 0 },
    });
    expect(Object.keys(report.findings[0])).toEqual([
      'rule',
      'severity',
      'environment',
      'app',
      'object',
      'field',
      'found',
      'wanted',
      'message',
      'fix',
      'see',
      'source',
      'construct',
    ]);
  });

  it('as SARIF with the rule, the place and the reason of a silence', () => {
    const rules = [{ id: finding.rule, summary: 'one disk, one node', see: 'driver docs' }];
    const { version, runs } = JSON.parse(sarifReport([{ ...finding, silenced: 'migration' }], rules));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.rules).toEqual([
      { id: finding.rule, shortDescription: { text: 'one disk, one node' }, help: { text: 'driver docs' } },
    ]);
    expect(runs[0].results).toEqual([
      {
        ruleId: finding.rule,
        ruleIndex: 0,
        level: 'error',
        message: { text: 'it stays Pending.\nfix: use `ReadWriteOnce`.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'apps/reports.ts', uriBaseId: '%SRCROOT%' },
              region: { startLine: 14, startColumn: 5 },
            },
            logicalLocations: [
              { fullyQualifiedName: 'prod/reports/PersistentVolumeClaim reports/cache › spec.accessModes[0]' },
            ],
          },
        ],
        partialFingerprints: {
          objectAndField:
            'prod/reports/PersistentVolumeClaim reports/cache/spec.accessModes[0]/eks/valid-ebs-access-mode',
        },
        suppressions: [{ kind: 'inSource', justification: 'migration' }],
      },
    ]);
  });

  it('are counted by object: an error that is silenced excuses, an unknown is no pass', () => {
    const other = { ...finding, object: { ...finding.object, name: 'b' }, silenced: 'why' };
    const unknown = { ...finding, object: { ...finding.object, name: 'c' }, severity: 'unknown' as const };
    expect(summarize([{ environment: 'prod', findings: [finding, finding, other, unknown], objects: 5 }])).toEqual({
      objects: 5,
      valid: 3,
      excused: 1,
      invalid: 1,
      unknown: 1,
      suppressed: 1,
    });
  });
});

describe('differences', () => {
  const object = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
  const changes: readonly Change[] = [
    { environment: 'prod', app: 'shop', object: { ...object, name: 'old' }, kind: 'removed', field: '' },
    { environment: 'prod', app: 'shop', object, kind: 'changed', field: 'spec.replicas', before: 2, after: 3 },
    { environment: 'prod', app: 'shop', object, kind: 'changed', field: 'spec.paused', before: true },
  ];

  it('as text: environment, app, object, field', () => {
    expect(diffText(changes, { colour: false })).toBe(
      'prod › shop\n  - Deployment shop/old\n  ~ Deployment shop/web\n      spec.replicas: 2 → 3\n      spec.paused: true → (none)\n',
    );
    expect(diffText([], { colour: false })).toBe('no differences\n');
  });

  it('as Markdown: counts first, details folded', () => {
    expect(diffMarkdown(changes).split('\n').slice(0, 5)).toEqual([
      '| environment | removed | changed | added |',
      '|---|---|---|---|',
      '| prod | 1 | 1 | 0 |',
      '',
      '<details><summary>prod</summary>',
    ]);
    expect(diffMarkdown([])).toBe('No rendered object changes.\n');
  });
});
