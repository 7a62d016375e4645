import fs, { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../support/thrown';
import { writeFiles } from '../../support/write';
import { CHANGED_PATHS, NEW, OLD, SCOPE, treeFrom, treeOf, Workshop } from './writing';

let workshop: Workshop;
let root: string;
let out: string;
beforeAll(() => {
  workshop = new Workshop();
});
beforeEach(() => {
  root = workshop.project(OLD);
  out = join(root, 'dist');
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => workshop.remove());

const write = () => writeFiles(out, NEW, SCOPE, { projectRoot: root });

describe('a file system that refuses one change of many', () => {
  /** The file system refuses to link, replace or remove some file, as it does one that `chattr +i` made immutable. */
  const immutable = (target: string, code = 'EPERM') => {
    for (const name of ['renameSync', 'linkSync'] as const) {
      const original = fs[name];
      jest.spyOn(fs, name).mockImplementation((from, to) => {
        if (from === target || to === target)
          throw Object.assign(new Error(`${code}: refused`), { code, path: from, dest: to });
        original(from, to);
      });
    }
  };

  it.each([
    ['a file that changes', CHANGED_PATHS.at(-1) ?? ''],
    ['a folder that comes', 'prod/come'],
    ['a file that goes', 'prod/gone/a/service_3.yaml'],
  ])('4.8 one immutable file among many changes leaves the old tree: %s', (_what, path) => {
    const before = treeOf(out);
    immutable(join(out, path));
    expect(messageOf(() => write())).toMatch(
      / could not be written: EPERM: refused; nothing was changed\.\nfix: give the user that runs this the right to it, or take away the mark that keeps it from changing\.$/,
    );
    jest.restoreAllMocks();
    expect(treeOf(out)).toEqual(before);
    write();
    expect(treeOf(out)).toEqual(treeFrom(NEW));
  });

  it('4.8 a failure that cannot be taken back, for want of links, is told as what it is', () => {
    const target = join(out, CHANGED_PATHS.at(-1) ?? '');
    immutable(target, 'EXDEV');
    jest.spyOn(fs, 'linkSync').mockImplementation((from) => {
      if (!String(from).includes('lock')) throw Object.assign(new Error('ENOTSUP'), { code: 'ENOTSUP' });
    });
    const before = readFileSync(target, 'utf8');
    expect(messageOf(() => write())).toBe(
      `${target} could not be written: EXDEV: refused; the output is half new: \`synth --check\` refuses it, and running synth again heals it.`,
    );
    jest.restoreAllMocks();
    expect(readFileSync(target, 'utf8')).toBe(before);
    expect(Object.keys(treeOf(out)).filter((path) => path.endsWith('.cdk8s-eks-tmp'))).toEqual([]);
    write();
    expect(treeOf(out)).toEqual(treeFrom(NEW));
  });
});
