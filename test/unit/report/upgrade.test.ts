import type { UpgradeEntry, UpgradeReport } from '../../../src/model/upgrade/report';
import { inlineCode, inlineText } from '../../../src/report/inline-markdown';
import { upgradeMarkdown } from '../../../src/report/upgrade-markdown';
import { upgradeText } from '../../../src/report/upgrade-text';

const ENTRY: UpgradeEntry = {
  section: 'insights',
  step: '1.35',
  severity: 'unknown',
  subject: 'insight <b>',
  message: 'EKS reports *UNKNOWN*.\nLine two.',
  fix: 'run `aws eks describe-insight`.',
};
const REPORT: UpgradeReport = {
  environment: 'prod',
  clusterName: 'shop',
  from: '1.34',
  to: '1.35',
  fromBy: 'settings',
  today: '2027-04-01',
  steps: ['1.35'],
  objects: 1,
  entries: [ENTRY, { ...ENTRY, subject: 'insight b', where: 'facts.json' }],
  staying: 2,
  tables: [
    { table: 'calendar', read: '2026-11-29', days: 123 },
    { table: 'changes', read: '2027-03-31', days: 1 },
  ],
};

describe('the report of an upgrade', () => {
  it('tells one cause once, what stays, and that an old table is to be looked at, on lines of its own', () => {
    const text = upgradeText(REPORT, false);
    expect(text.split('\n').filter((line) => line !== '' && line !== '  nothing')).toEqual([
      'prod: cluster shop from Kubernetes 1.34 (by its settings) to 1.35',
      '1 step, one minor version at a time: 1.34 → 1.35; 1 object rendered and judged for each',
      '2 errors of today would stay; check lists them',
      'Removed and deprecated APIs',
      'Schema differences that touch rendered fields',
      'Pod Security differences',
      'Add-ons and controllers to move first',
      'Nodes and the control plane',
      'Changed defaults and behaviour',
      'Ends of support',
      'Insights of AWS',
      '  1.35  unknown      insight <b>: EKS reports *UNKNOWN*.\\u000aLine two.',
      '        also at insight b › facts.json',
      '        fix: run `aws eks describe-insight`.',
      'blocks: 0, changes: 0, unknown: 2, information: 0',
      'by the tables: calendar of 2026-11-29 (123 days old: look whether its sources say more by now), changes of 2027-03-31 (1 day old)',
    ]);
  });

  it('paints the severity alone', () => {
    expect(upgradeText(REPORT, true)).toContain('  1.35  \u001b[35;1munknown    \u001b[0m  insight');
  });

  it('reads nothing of an answer of AWS as Markdown or HTML', () => {
    expect(upgradeMarkdown(REPORT)).toContain(
      `- [ ] **1.35 unknown** \`insight <b>\`: EKS reports \\*UNKNOWN\\*.\\\\u000aLine two.
  - also at \`insight b\`, \`facts.json\`
  - fix: run \`aws eks describe-insight\`.
`,
    );
  });

  it.each([
    ['a', '`a`'],
    ['a`b', '`` a`b ``'],
    ['a\nb', '`a\\u000ab`'],
  ])('writes the name %j as code', (name, code) => {
    expect(inlineCode(name)).toBe(code);
  });

  it.each([
    ['<b> | [x](y) _z_', '\\<b\\> \\| \\[x\\](y) \\_z\\_'],
    ['run `a_b`, not a_b', 'run `a_b`, not a\\_b'],
    ['a lonely `', 'a lonely \\`'],
  ])('writes the sentence %j', (sentence, text) => {
    expect(inlineText(sentence)).toBe(text);
  });
});
