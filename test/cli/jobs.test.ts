import { INGRESS_CLASS, type Ran, SHOP, TestProject, withoutTime } from '../support/project';
import { slowApp } from '../support/slow-app';

const JOBS = ['1', '2', '16'];
/** What is said comes from one place, whichever thread found it. */
const FEW = ['1', '16'];

/** Holds the main thread up, so that the others take their share, and lets each say how many it took. */
const SLOW = slowApp(
  "Number(process.env['TEST_HOLD'] ?? 120)",
  "if (!isMainThread && process.env['TEST_THREADS']) console.error('in a thread');",
);

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS, 'slow.ts': SLOW });
});
afterEach(() => project.remove());

/** What a run says, without how long it took. */
const said = ({ code, stdout, stderr }: Ran) => [code, withoutTime(stdout), stderr];

describe('synth --jobs', () => {
  it('writes the same bytes and says the same, however many threads render', () => {
    const runs = JOBS.map((jobs) => {
      const ran = project.run('synth', '--jobs', jobs, '--out', `out-${jobs}`);
      return { said: said(ran), files: Object.entries(project.files(`out-${jobs}`)).map(withoutFolder) };
    });
    expect(runs[0]?.said[0]).toBe(0);
    expect(runs[0]?.files.length).toBeGreaterThan(40);
    for (const run of runs) expect(run).toEqual(runs[0]);
  });

  it('lets threads take what the main one has not', () => {
    expect(project.runApartWith({ TEST_THREADS: 'yes' }, 'synth', '--jobs', '1').stderr).toBe('');
    const { stderr } = project.runApartWith({ TEST_THREADS: 'yes', TEST_HOLD: '1000' }, 'synth', '--jobs', '4');
    expect(stderr).toMatch(/^(in a thread\n){2,3}$/);
  });

  it('lists the files and the findings in the same order', () => {
    const reports = FEW.map((jobs) => project.run('synth', '--jobs', jobs, '--out', `out-${jobs}`, '--format', 'json'));
    expect(JSON.parse(reports[0]?.stdout ?? '').findings[0].source).toEqual({
      file: 'apps/shop.ts',
      line: 8,
      column: 17,
    });
    for (const report of reports) expect(report).toEqual(reports[0]);
  });

  it('tells the problems of all environments, with their lines, in the same order', () => {
    project.edit(
      'apps/shop.ts',
      'port: 9898,',
      "port: 9898,\n      replicas: Environment.of(scope).name === 'dev' ? 1 : -1,",
    );
    const runs = FEW.map((jobs) => said(project.run('synth', '--jobs', jobs)));
    expect(runs[0]?.[0]).toBe(2);
    expect(String(runs[0]?.[2]).match(/ › (qa|staging|prod|\w+) › shop/g)?.length).toBe(3);
    for (const run of runs) expect(run).toEqual(runs[0]);
  });

  it('refuses a number of threads that is none', () => {
    expect(project.run('synth', '--jobs', '0')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error ARGUMENTS: --jobs is "0".\nfix: use a whole number from 1 to 256, such as the number of cores.\n',
    });
  });
});

function withoutFolder([path, hash]: readonly [string, string]): readonly [string, string] {
  return [path.slice(path.indexOf('/')), hash];
}
