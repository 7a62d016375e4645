import { ERROR_CODES, type ErrorCode, type Stop } from '../../../src/model/errors';
import { MACHINE_FORMATS, machineReport } from '../../../src/report/machine-report';
import { stopsMarkdown } from '../../../src/report/stops-markdown';
import { FINDING } from './samples';

const CODES = Object.keys(ERROR_CODES) as ErrorCode[];
const PLACE = { file: 'apps/shop.ts', line: 14, column: 5 };
const stopOf = (code: ErrorCode): Stop => ({
  code,
  message: 'port is 0.',
  fix: 'give one.',
  place: PLACE,
  path: 'prod',
});
const report = (format: (typeof MACHINE_FORMATS)[number], ...stops: readonly Stop[]) =>
  machineReport(format, { command: 'synth', stops });

describe('what stops a run', () => {
  it.each(CODES.flatMap((code) => MACHINE_FORMATS.map((format) => [code, format] as const)))(
    '8.1 is told with its file and line: %s as %s',
    (code, format) => {
      const said = {
        json: () => JSON.parse(report(format, stopOf(code))).problems,
        sarif: () => JSON.parse(report(format, stopOf(code))).runs[0].results,
        junit: () => report(format, stopOf(code)).split('\n'),
        github: () => report(format, stopOf(code)),
      }[format]();
      const message = 'port is 0.';
      const expected = {
        json: [{ code, exitCode: ERROR_CODES[code].exit, message, fix: 'give one.', path: 'prod', source: PLACE }],
        sarif: [
          {
            ruleId: code,
            ruleIndex: 0,
            level: 'error',
            message: { text: 'port is 0.\nfix: give one.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'apps/shop.ts', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 14, startColumn: 5 },
                },
                logicalLocations: [{ fullyQualifiedName: 'prod' }],
              },
            ],
            partialFingerprints: { stop: `${code}/apps/shop.ts:14:5 › prod/port is 0.` },
          },
        ],
        junit: [
          '<?xml version="1.0" encoding="UTF-8"?>',
          '<testsuites name="cdk8s-eks synth" tests="1" failures="0" errors="1" skipped="0">',
          '  <testsuite name="synth" tests="1" failures="0" errors="1" skipped="0">',
          `    <testcase name="${code} › apps/shop.ts:14:5 › prod" classname="${code}" file="apps/shop.ts" line="14"><error type="${code}" message="port is 0.">port is 0.`,
          'fix: give one.</error></testcase>',
          '  </testsuite>',
          '</testsuites>',
          '',
        ],
        github: `::error file=apps/shop.ts,line=14,col=5,title=${code}::prod: port is 0.%0Afix: give one.\n`,
      }[format];
      expect(said).toEqual(expected);
    },
  );

  it.each(MACHINE_FORMATS)('8.1 is told without a place too, as %s', (format) => {
    const text = report(format, { code: 'ARGUMENTS', message: 'unknown option --stict.' });
    expect(text).toContain('unknown option --stict.');
    expect(text).not.toContain('undefined');
  });

  it('8.1 names a file in SARIF, since code scanning refuses a result without one', () => {
    const [run] = JSON.parse(report('sarif', { code: 'ARGUMENTS', message: 'x.' })).runs;
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'package.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 1 },
        },
      },
    ]);
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
    expect(run.tool.driver.rules[0].shortDescription.text).toBe('the command line is wrong');
  });

  it.each(MACHINE_FORMATS)('8.3 is told with the other places that it is about, as %s', (format) => {
    const other = {
      message: 'inherited by prod',
      place: { file: 'environments/prod/environment.yaml', line: 2, column: 10 },
    };
    const said = report(format, { ...stopOf('SETTINGS'), related: [other] });
    const line = 'inherited by prod at environments/prod/environment.yaml:2:10';
    const expected = {
      json: () => JSON.parse(said).problems[0].related,
      sarif: () => JSON.parse(said).runs[0].results[0].relatedLocations,
      junit: () => said.split('\n')[4],
      github: () => said.split('%0A')[1],
    }[format]();
    expect(expected).toEqual(
      {
        json: [{ message: 'inherited by prod', source: other.place }],
        sarif: [
          {
            id: 1,
            message: { text: 'inherited by prod' },
            physicalLocation: {
              artifactLocation: { uri: 'environments/prod/environment.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 2, startColumn: 10 },
            },
          },
        ],
        junit: line,
        github: line,
      }[format],
    );
  });

  it('8.1 stands fenced in the place of a comment', () =>
    expect(stopsMarkdown('diff', 'error TYPES: a\n```b')).toBe(
      '`diff` was stopped:\n\n````text\nerror TYPES: a\n```b\n````\n',
    ));
});

describe('findings as JUnit', () => {
  const suite = (...findings: readonly (typeof FINDING)[]) =>
    machineReport('junit', { command: 'check', verdicts: [{ environment: 'prod', findings, objects: 3 }] });

  it('fail for an error, and are skipped with a reason for what stops nothing', () =>
    expect(
      suite(FINDING, { ...FINDING, severity: 'warning', message: 'a <b> & "c".' }, { ...FINDING, silenced: 'May' }),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-eks check" tests="4" failures="1" errors="0" skipped="2">
  <testsuite name="prod" tests="4" failures="1" errors="0" skipped="2">
    <testcase name="all objects are judged" classname="prod"><system-out>objects: 3</system-out></testcase>
    <testcase name="eks/valid-ebs-access-mode › PersistentVolumeClaim reports/cache › spec.accessModes[0]" classname="prod.reports" file="apps/reports.ts" line="14"><failure type="eks/valid-ebs-access-mode" message="it stays Pending.">it stays Pending.
in apps/reports.ts:14:5
fix: use \`ReadWriteOnce\`.
see: driver docs</failure></testcase>
    <testcase name="eks/valid-ebs-access-mode › PersistentVolumeClaim reports/cache › spec.accessModes[0]" classname="prod.reports" file="apps/reports.ts" line="14"><skipped message="warning: a &lt;b&gt; &amp; &quot;c&quot;.">a &lt;b&gt; &amp; &quot;c&quot;.
in apps/reports.ts:14:5
fix: use \`ReadWriteOnce\`.
see: driver docs</skipped></testcase>
    <testcase name="eks/valid-ebs-access-mode › PersistentVolumeClaim reports/cache › spec.accessModes[0]" classname="prod.reports" file="apps/reports.ts" line="14"><skipped message="silenced: May">it stays Pending.
in apps/reports.ts:14:5
fix: use \`ReadWriteOnce\`.
see: driver docs</skipped></testcase>
  </testsuite>
</testsuites>
`));

  it('say that all was judged where there are none', () =>
    expect(suite()).toContain('<testsuite name="prod" tests="1" failures="0" errors="0" skipped="0">'));
});
