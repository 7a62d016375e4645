import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from '../../support/cases';
import { compareFiles, writeFiles } from '../../support/write';
import { type End, type Job, NEW, OLD, SCOPE, treeFrom, treeOf, Workshop } from './writing';

const OLD_TREE = treeFrom(OLD);
const NEW_TREE = treeFrom(NEW);
const ERRORS = ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EMFILE'];

let workshop: Workshop;
let trace: readonly string[];
/** Each signal costs a process; every eleventh call stands for the others. */
const STEP = cases(11, 1);
const points = { tried: 0, survived: 0 };

beforeAll(async () => {
  workshop = new Workshop();
  const { ends } = await workshop.run([{ root: workshop.project(), at: 0, kind: 'kill' }]);
  trace = (ends[0] as End).trace;
});
afterAll(() => {
  workshop.remove();
  process.stdout.write(`fault points: ${points.tried} tried, ${points.survived} survived\n`);
});

/** One job for each call the writer makes. */
function jobs(kind: string): readonly Job[] {
  return trace.map((_line, i) => ({ root: workshop.project(), at: i + 1, kind }));
}

/** Old, new, or a state that a comparison refuses; every file whole; nobody’s file lost; and the next run heals. */
function judge({ root, at, kind }: Job): { readonly isOld: boolean; readonly isNew: boolean } {
  points.tried += 1;
  const out = join(root, 'dist');
  const tree = treeOf(out);
  const whole = Object.entries(tree).filter(([path]) => !path.includes('.cdk8s-eks-tmp'));
  const broken = whole.filter(([path, content]) => ![OLD_TREE[path], NEW_TREE[path]].includes(content));
  expect([kind, at, broken]).toEqual([kind, at, []]);
  expect(tree).toMatchObject(treeFrom([]));
  const isNew = JSON.stringify(sorted(Object.fromEntries(whole))) === JSON.stringify(sorted(NEW_TREE));
  const { missing, changed, stale } = compareFiles(out, NEW, SCOPE);
  expect([kind, at, missing.length + changed.length + stale.length === 0]).toEqual([kind, at, isNew]);
  writeFiles(out, NEW, SCOPE, { projectRoot: root });
  expect([kind, at, treeOf(root)]).toEqual([kind, at, below('dist', NEW_TREE)]);
  expect(readdirSync(root)).toEqual(['dist']);
  points.survived += 1;
  return { isOld: JSON.stringify(sorted(tree)) === JSON.stringify(sorted(OLD_TREE)), isNew };
}

const sorted = (tree: Readonly<Record<string, string>>) => Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1));
const below = (folder: string, tree: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(tree).map(([path, content]) => [`${folder}/${path}`, content]));

/** Some at a time, as many as the machine has a use for. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...list];
  const worker = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe('a writer that cannot leave a half truth', () => {
  it('makes the calls that the points below stand for', () => {
    const names = trace.map((line) => line.split(' ')[0]);
    const count = (name: string) => names.filter((one) => one === name).length;
    // Six files change and keep a second name meanwhile, four go by another name, a folder comes; and the lock is a link.
    expect([count('renameSync'), count('writeSync'), count('linkSync')]).toEqual([11, 12, 7]);
    // The folder that comes does so in one rename, with its five files in it.
    expect(trace.map((line) => line.replaceAll(/\.\d+\.cdk8s-eks-tmp/g, '.tmp'))).toContain(
      'renameSync /dist/prod/come.tmp /dist/prod/come',
    );
    expect(names.lastIndexOf('openSync')).toBeLessThan(names.indexOf('renameSync'));
    const removals = trace.flatMap((line, i) => (line.startsWith('rmSync /dist/') ? [i] : []));
    expect([removals.length, Math.min(...removals) > names.lastIndexOf('renameSync')]).toEqual([10, true]);
    expect(trace.length).toBeGreaterThan(60);
  });

  it.each(ERRORS)('%s at any call leaves the old tree, or changes nothing about the new one', async (kind) => {
    const list = jobs(kind);
    const { ends } = await workshop.run(list);
    for (const [i, job] of list.entries()) {
      const { message } = ends[i] as End;
      const litter = readdirSync(job.root);
      const { isOld, isNew } = judge(job);
      const what = [kind, trace[i]];
      if (message === null) expect([...what, isNew]).toEqual([...what, true]);
      else {
        expect([...what, message, isOld]).toEqual([
          ...what,
          expect.stringMatching(/; nothing was changed\.(\nfix: [^\n]+)?$/),
          true,
        ]);
        expect([...what, litter]).toEqual([...what, ['dist']]);
      }
    }
    const told = ends.filter(({ message }) => message !== null).length;
    expect(told).toBeGreaterThan(50);
  });

  it('a disk that takes one byte at a time is written to until all is there', async () => {
    const list = jobs('short');
    const { ends } = await workshop.run(list);
    expect(ends.map(({ message }) => message)).toEqual(list.map(() => null));
    for (const job of list) expect(judge(job).isNew).toBe(true);
  });

  it('a kill at any call leaves no file cut short, and the next run heals without a flag', async () => {
    const list = jobs('kill');
    expect(await workshop.run(list)).toEqual({ code: -1, ends: [] });
    for (const job of list) judge(job);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s at any call lets the writing end, frees the lock and exits with %i', async (kind, code) => {
    const some = jobs(kind).filter(({ at }) => at % STEP === 1 || STEP === 1);
    await each(some, async (job) => {
      expect([job.at, (await workshop.run([job])).code]).toEqual([job.at, code]);
      expect(readdirSync(job.root)).toEqual(['dist']);
      expect(judge(job).isNew).toBe(true);
    });
  });
});
