import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Emptied, REFUSED } from '../support/emptied';
import { commitAll, git } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const said = (reason: string, fix: string) => [
  1,
  `error DELETION: ${reason}, so this run cannot tell what it would delete from the cluster; nothing was written.\nfix: ${fix}; where all that is deleted is meant: --allow-delete no-base\n`,
];

describe('without a base to compare with', () => {
  let project: Emptied;
  let bin: string;
  let before: unknown;
  beforeAll(() => {
    project = new Emptied('dist', (root) => commitAll(root, 'dist'));
    bin = join(project.root, 'bin');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    before = project.files();
  });
  afterEach(() => expect(project.files()).toEqual(before));
  afterAll(() => project.remove());

  const synth = (env: NodeJS.ProcessEnv = {}, ...args: readonly string[]) => {
    const { code, stderr } = project.runWith(env, 'synth', '--env', 'prod', ...args);
    return [code, stderr];
  };
  /** Something in `.git` is another for a while. */
  const inGit = (path: string, content: string, act: () => void) => {
    const file = join(project.root, '.git', path);
    const was = readFileSync(file, 'utf8');
    writeFileSync(file, content);
    try {
      act();
    } finally {
      writeFileSync(file, was);
    }
  };

  it('4.5 no git on PATH: the output is not replaced', () =>
    expect(synth({ PATH: bin })).toEqual(
      said(
        'Git could not be asked what was committed (spawn git ENOENT)',
        `make \`git status\` work in ${join(project.root, 'dist')}`,
      ),
    ));

  it('4.5 a repository of another user: the output is not replaced', () =>
    expect(synth({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })).toEqual(
      said(
        `Git could not be asked what was committed (fatal: detected dubious ownership in repository at '${project.root}')`,
        `run \`git config --global --add safe.directory ${project.root}\``,
      ),
    ));

  it('4.5 variables that say where objects lie are passed over', () => {
    expect(project.refused({ GIT_OBJECT_DIRECTORY: bin })).toEqual(REFUSED);
    expect(project.refused({ GIT_SHALLOW_FILE: bin, GIT_NAMESPACE: 'other' })).toEqual(REFUSED);
  });

  it('4.5 HEAD on a branch without a commit: the output is not replaced', () =>
    inGit('HEAD', 'ref: refs/heads/none\n', () =>
      expect(synth()).toEqual(
        said(
          'HEAD is the branch none, which has no commit, while another branch holds this output',
          'check out the branch that holds it',
        ),
      ),
    ));

  it('4.5 a branch that a power cut emptied, a HEAD of garbage, objects that are lost: the output is not replaced', () => {
    const branch = git(project.root, 'symbolic-ref', 'HEAD').trim();
    for (const [path, content] of [
      [branch, ''],
      ['HEAD', 'garbage'],
      ['HEAD', `${'0123456789'.repeat(4)}\n`],
    ] as const)
      inGit(path, content, () => expect(synth()).toEqual([1, expect.stringContaining('Git could not be asked what')]));
    const objects = join(project.root, '.git', 'objects');
    renameSync(objects, `${objects}-lost`);
    expect(synth()).toEqual([1, expect.stringContaining('Git could not be asked what was committed (fatal: ')]);
    renameSync(`${objects}-lost`, objects);
  });

  it('4.5 what is there already is no reason to refuse, and nothing but no-base allows it', () => {
    expect(synth({ PATH: bin }, '--allow-delete', 'prod/shop')[0]).toBe(1);
    expect(project.runWith({ PATH: bin }, 'synth', '--check', '--env', 'prod').code).toBe(1);
  });
});

describe('an output folder that is a submodule', () => {
  it('4.5 which is not checked out is not replaced', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      const dist = join(project.root, 'dist');
      expect(project.run('synth', '--env', 'prod').code).toBe(0);
      commitAll(dist, '.');
      commitAll(project.root, 'dist');
      for (const left of [true, false]) {
        rmSync(dist, { recursive: true });
        if (left) mkdirSync(dist);
        const { code, stderr } = project.run('synth', '--env', 'prod');
        expect([code, stderr]).toEqual(
          said(
            `${dist} is a submodule, and the repository around it does not say what was committed there`,
            'check it out (`git submodule update --init`)',
          ),
        );
        mkdirSync(dist, { recursive: true });
      }
    } finally {
      project.remove();
    }
  });
});

describe('a base that holds nothing yet', () => {
  it('4.5 is a new repository, and a first branch for the output: a first run works', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      const synth = () => project.run('synth', '--env', 'prod');
      git(project.root, 'init', '--quiet');
      expect([synth().code, synth().stdout]).toEqual([0, expect.stringContaining(' 0 written, ')]);
      project.delete('dist');
      commitAll(project.root, 'apps');
      git(project.root, 'symbolic-ref', 'HEAD', 'refs/heads/output');
      expect(synth()).toMatchObject({ code: 0, stderr: '' });
    } finally {
      project.remove();
    }
  });

  it('4.5 is accepted by name, and what lies on the disk is compared all the same', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      const synth = (...args: readonly string[]) =>
        project.runWith({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, 'synth', '--env', 'prod', ...args);
      expect(synth().code).toBe(0);
      commitAll(project.root, 'dist');
      // Nothing differs, so nothing is replaced.
      expect(synth().code).toBe(0);
      project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { prod: 'moves elsewhere' },");
      expect(synth('--allow-delete', 'no-base').stderr.split('\n')[0]).toBe(REFUSED[1]);
      expect(synth('--allow-delete', 'no-base', 'prod/shop').code).toBe(0);
      expect(existsSync(join(project.root, 'dist', 'prod', 'shop'))).toBe(false);
    } finally {
      project.remove();
    }
  });
});
