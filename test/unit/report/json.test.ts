import { machineReport } from '../../../src/report/machine-report';
import { CHANGES, FINDING } from './samples';

const verdicts = [
  { environment: 'prod', findings: [FINDING], objects: 3 },
  { environment: 'prod', findings: [], objects: 0 },
];
const summary = { objects: 3, valid: 2, excused: 0, invalid: 1, unknown: 0, suppressed: 0 };

describe('results as JSON', () => {
  it('have the published keys in the published order', () =>
    expect(machineReport('json', { command: 'check', verdicts })).toBe(`{
  "formatVersion": 1,
  "command": "check",
  "environments": [
    "prod"
  ],
  "findings": [
    {
      "rule": "eks/valid-ebs-access-mode",
      "severity": "error",
      "environment": "prod",
      "app": "reports",
      "object": {
        "group": "",
        "kind": "PersistentVolumeClaim",
        "namespace": "reports",
        "name": "cache"
      },
      "field": "spec.accessModes[0]",
      "found": "ReadWriteMany",
      "wanted": "ReadWriteOnce",
      "message": "it stays Pending.",
      "fix": "use \`ReadWriteOnce\`.",
      "see": "driver docs",
      "source": {
        "file": "apps/reports.ts",
        "line": 14,
        "column": 5
      },
      "construct": "reports/cache/Claim"
    }
  ],
  "problems": [],
  "summary": {
    "objects": 3,
    "valid": 2,
    "excused": 0,
    "invalid": 1,
    "unknown": 0,
    "suppressed": 0
  }
}
`));

  it('do not depend on the order in which a rule wrote its keys', () => {
    const reversed = Object.fromEntries(Object.entries(FINDING).reverse()) as unknown as typeof FINDING;
    const report = (finding: typeof FINDING) =>
      machineReport('json', { command: 'check', verdicts: [{ environment: 'prod', findings: [finding], objects: 1 }] });
    expect(report(reversed)).toBe(report(FINDING));
  });

  it('of synth name the files, of diff the changes', () => {
    const files = { written: ['prod/shop/shop/service_web.yaml'], unchanged: 7, removed: [], moved: [] };
    expect(JSON.parse(machineReport('json', { command: 'synth', more: { files } }))).toEqual({
      formatVersion: 1,
      command: 'synth',
      environments: [],
      findings: [],
      problems: [],
      summary: { objects: 0, valid: 0, excused: 0, invalid: 0, unknown: 0, suppressed: 0 },
      files,
    });
    expect(JSON.parse(machineReport('json', { command: 'diff', verdicts, more: { changes: CHANGES } }))).toMatchObject({
      summary,
      changes: CHANGES,
    });
  });

  it('write integers that JavaScript cannot hold as text', () => {
    const changes = [{ ...CHANGES[1], before: 9007199254740993n } as (typeof CHANGES)[number]];
    expect(JSON.parse(machineReport('json', { command: 'diff', more: { changes } })).changes[0].before).toBe(
      '9007199254740993',
    );
  });
});
