import { forgetTaken, HELD_APP, heldUntil, taken } from '../support/held-app';
import { INGRESS_CLASS, type Ran, SHOP, TestProject, withoutTime } from '../support/project';

const JOBS = ['1', '2', '16'];
/** What is said comes from one place, whichever thread found it. */
const FEW = ['1', '16'];

/** Holds the main thread up, so that the others take their share. */
const SLOW = `import { isMainThread } from 'node:worker_threads';
import { ConfigFiles, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'slow',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ConfigFiles(scope, 'slow', { data: { a: 'b' } });
    if (isMainThread) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
  },
});
`;

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
    project.write('apps/held.ts', HELD_APP);
    for (const [jobs, share] of [
      ['1', 0],
      ['4', 3],
    ] as const) {
      expect(project.runApartWith(heldUntil(share), 'synth', '--jobs', jobs)).toMatchObject({ code: 0, stderr: '' });
      expect(taken()).toBe(share);
    }
    forgetTaken();
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
