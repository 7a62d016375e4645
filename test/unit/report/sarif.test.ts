import { RULES as ALL_RULES } from '../../../src/checks/registry';
import { machineReport } from '../../../src/report/machine-report';
import { FINDING, PLACELESS } from './samples';

const RULES = [
  {
    id: FINDING.rule,
    summary: 'one disk, one node',
    why: 'the claim stays Pending.',
    see: ['https://driver.example.com/access', 'https://driver.example.com/modes'],
  },
];
const sarifReport = (findings: readonly (typeof FINDING)[], rules = RULES) =>
  machineReport('sarif', { command: 'check', verdicts: [{ environment: 'prod', findings, objects: 1 }], rules });
const resultsOf = (...findings: (typeof FINDING)[]) => JSON.parse(sarifReport(findings, RULES)).runs[0].results;

describe('findings as SARIF 2.1.0', () => {
  it('hold the tool, its rules with help, and per finding its level, place and identity', () =>
    expect(JSON.parse(sarifReport([FINDING], RULES))).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'cdk8s-eks',
              rules: [
                {
                  id: FINDING.rule,
                  shortDescription: { text: 'one disk, one node' },
                  fullDescription: { text: 'the claim stays Pending.' },
                  help: {
                    text: 'the claim stays Pending.\nhttps://driver.example.com/access\nhttps://driver.example.com/modes',
                  },
                  helpUri: 'https://driver.example.com/access',
                },
              ],
            },
          },
          invocations: [{ executionSuccessful: true }],
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: FINDING.rule,
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
            },
          ],
        },
      ],
    }));

  it('point at the environment’s settings where nobody’s line is known, since code scanning wants a file', () =>
    expect(resultsOf(PLACELESS)[0]).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'environments/prod/environment.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 1 },
          },
          logicalLocations: [{ fullyQualifiedName: 'prod/reports/AppProject.argoproj.io argocd/prod-retail' }],
        },
      ],
    }));

  it('keep a silenced finding, with its reason', () =>
    expect(resultsOf({ ...FINDING, silenced: 'moves in May' })[0].suppressions).toEqual([
      { kind: 'inSource', justification: 'moves in May' },
    ]));

  it('write a file’s name as an address', () =>
    expect(
      resultsOf({ ...FINDING, source: { file: 'apps/my app:é.ts', line: 1, column: 1 } })[0].locations[0]
        .physicalLocation.artifactLocation.uri,
    ).toBe('apps/my%20app%3A%C3%A9.ts'));

  it('list each rule once, also one that nobody describes', () => {
    const { rules } = JSON.parse(sarifReport([FINDING, FINDING, { ...FINDING, rule: 'referee/kubeconform' }], RULES))
      .runs[0].tool.driver;
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual([FINDING.rule, 'referee/kubeconform']);
  });

  it('make no link of a user’s text', () =>
    expect(resultsOf({ ...FINDING, message: 'see [here](https://evil.example)' })[0].message.text).toBe(
      'see [here] (https://evil.example)\nfix: use `ReadWriteOnce`.',
    ));

  it('8.6 link each rule to a page, one of an outside judge too', () => {
    const judged = { ...FINDING, rule: 'referee/kubeconform', see: 'https://github.com/yannh/kubeconform' };
    const { rules } = JSON.parse(sarifReport([FINDING, judged])).runs[0].tool.driver;
    expect(rules.map(({ id, helpUri }: { id: string; helpUri: string }) => [id, helpUri])).toEqual([
      [FINDING.rule, 'https://driver.example.com/access'],
      ['referee/kubeconform', 'https://github.com/yannh/kubeconform'],
    ]);
    for (const { id, see } of ALL_RULES)
      expect([id, see.filter((one) => !/^https:\/\/\S+$/.test(one))]).toEqual([id, []]);
  });
});
