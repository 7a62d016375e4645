import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readHead } from '../../../src/load/head';
import { readHeadObjects } from '../../../src/load/head-objects';
import { exportRevision } from '../../../src/load/revision';
import { refuseDeletions } from '../../../src/run/survey/refuse-deletions';
import { commitAll, git } from '../../support/git';
import { messageOf } from '../../support/thrown';

const FILE = 'prod/shop/shop/deployment_web.yaml';
const SUBMODULE = 'is a submodule, and the repository around it does not say what was committed there';
const CHECK_OUT = 'check it out (`git submodule update --init`)';

describe('4.5 what Git’s HEAD holds of the output', () => {
  let root: string;
  let number = 0;
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-eks-head-')));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const write = (path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '# Rendered by cdk8s-eks from apps/shop.ts; do not edit.\nkind: Deployment\n');
  };
  /** A repository with an output folder in it. */
  const repository = (out: string) => {
    const top = join(root, `r${number++}`);
    write(join(top, out, FILE));
    git(root, 'init', '--quiet', top);
    git(top, '--literal-pathspecs', 'add', '--', out);
    git(top, 'commit', '--quiet', '--message', 'rendered');
    return top;
  };
  const held = async (out: string) => {
    const { files, refusal } = await readHead(out);
    return refusal ?? [...files.keys()];
  };
  /** What `diff --base HEAD` says. */
  const base = (out: string) => messageOf(() => exportRevision(out, 'HEAD').remove());

  it('4.5 around an output is a submodule that is not checked out: it is refused', async () => {
    const top = join(root, 'around');
    const deploy = join(top, 'deploy');
    write(join(deploy, 'dist', FILE));
    commitAll(deploy, '.');
    commitAll(top, 'deploy');
    expect(await held(join(deploy, 'dist'))).toEqual([FILE]);
    for (const left of [true, false]) {
      rmSync(deploy, { recursive: true });
      if (left) mkdirSync(deploy);
      expect(await held(join(deploy, 'dist'))).toEqual({ reason: `${deploy} ${SUBMODULE}`, fix: CHECK_OUT });
      expect(base(join(deploy, 'dist'))).toBe(`--base: ${deploy} ${SUBMODULE}.\nfix: ${CHECK_OUT}.`);
      mkdirSync(deploy, { recursive: true });
    }
  });

  it('4.5 inside an output is a submodule: the fix is not to check it out', async () => {
    const top = repository('dist');
    const prod = join(top, 'dist', 'prod');
    commitAll(prod, '.');
    git(top, 'rm', '--quiet', '--cached', '-r', 'dist');
    git(top, 'add', 'dist/prod');
    git(top, 'commit', '--quiet', '--message', 'submodule');
    expect(await held(join(top, 'dist'))).toEqual({
      reason: `${prod} ${SUBMODULE}`,
      fix: 'keep the whole output in one repository: render into a folder of which no part is a submodule (--out)',
    });
  });

  it('4.5 in a repository whose settings say it has no work tree, or another: it is refused', async () => {
    const top = repository('dist');
    const out = join(top, 'dist');
    git(top, 'config', 'core.bare', 'true');
    const reason = 'Git could not be asked what was committed (fatal: this operation must be run in a work tree)';
    const bare = { reason, fix: `make \`git status\` work in ${out}` };
    expect(await held(out)).toEqual(bare);
    expect(base(out)).toBe(`--base: ${reason}.\nfix: ${bare.fix}.`);
    git(top, 'config', 'core.bare', 'false');
    for (const other of [root, join(top, 'dist'), join(root, 'elsewhere')]) {
      mkdirSync(other, { recursive: true });
      git(top, 'config', 'core.worktree', other);
      expect(await held(out)).toEqual({
        reason: `the repository in ${top} has another work tree, ${other} (\`core.worktree\`), and does not say what was committed of ${out}`,
        fix: `run \`git config --unset core.worktree\` in ${top}`,
      });
    }
    git(top, 'config', '--unset', 'core.worktree');
    expect(await held(out)).toEqual([FILE]);
  });

  it('4.5 under a name that looks like a pattern is a folder', async () => {
    for (const out of [':dist', 'a*b', ':(top)x']) {
      const top = repository(out);
      write(join(top, 'aXb', FILE));
      expect(await held(join(top, out))).toEqual([FILE]);
      rmSync(join(top, out), { recursive: true });
      expect(await held(join(top, out))).toEqual([FILE]);
    }
  });

  it('4.5 where a repository without any of it was made inside: the one around it is asked', async () => {
    const top = repository('dist');
    const out = join(top, 'dist');
    git(out, 'init', '--quiet');
    expect(await held(out)).toEqual([FILE]);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    commitAll(out, 'notes.txt');
    expect(await held(out)).toEqual([FILE]);
    commitAll(out, '.');
    rmSync(join(out, 'prod'), { recursive: true });
    expect(await held(out)).toEqual([FILE]);
  });

  it('4.5 in a submodule that is checked out and holds none yet: a first run works', async () => {
    const top = repository('other');
    const out = join(top, 'dist');
    mkdirSync(out);
    writeFileSync(join(out, 'README.md'), 'output');
    commitAll(out, '.');
    git(top, 'add', 'dist');
    git(top, 'commit', '--quiet', '--message', 'submodule');
    expect(await held(out)).toEqual([]);
    // What was committed there is lost.
    rmSync(join(out, '.git'), { recursive: true });
    git(out, 'init', '--quiet');
    expect(await held(out)).toEqual({ reason: `${out} ${SUBMODULE}`, fix: CHECK_OUT });
  });

  it('4.5 a folder .git that is no repository is passed over, a linked work tree and a link to the output are not', async () => {
    const top = repository('dist');
    mkdirSync(join(top, 'dist', '.git'));
    expect(await held(join(top, 'dist'))).toEqual([FILE]);
    git(top, 'worktree', 'add', '--quiet', `${top}-linked`);
    expect(await held(join(`${top}-linked`, 'dist'))).toEqual([FILE]);
    symlinkSync(top, `${top}-link`);
    expect(await held(join(`${top}-link`, 'dist'))).toEqual([FILE]);
  });

  it('4.5 of a clone without contents, whose remote is gone: no object is judged', async () => {
    const top = repository('dist');
    git(top, 'config', 'uploadpack.allowFilter', 'true');
    const clone = `${top}-blobless`;
    execFileSync('git', ['clone', '-q', '--filter=blob:none', '--no-checkout', `file://${top}`, clone]);
    renameSync(top, `${top}-gone`);
    const head = await readHead(join(clone, 'dist'));
    const { objectAt, refusal } = readHeadObjects(head, join(clone, 'dist'), [FILE]);
    expect([...head.files.keys(), objectAt(FILE), refusal?.reason]).toEqual([
      FILE,
      undefined,
      `Git could not be asked what was committed (fatal: '${top}' does not appear to be a git repository)`,
    ]);
    expect(base(join(clone, 'dist'))).toBe(`--base: ${refusal?.reason}.\nfix: make \`git status\` work in ${clone}.`);
  });

  it('4.5 that lost an object: it is told, and nothing is said of what the object was', async () => {
    const top = repository('dist');
    const application = 'prod/_argocd/application.argoproj.io_prod-shop.yaml';
    const out = join(top, 'dist');
    renameSync(join(out, FILE), join(out, 'moved'));
    mkdirSync(join(out, 'prod', '_argocd'));
    renameSync(join(out, 'moved'), join(out, application));
    commitAll(top, '.');
    const head = await readHead(out);
    const id = head.files.get(application) ?? '';
    rmSync(join(top, '.git', 'objects', id.slice(0, 2), id.slice(2)));
    const differences = { missing: [], changed: [], stale: [application] };
    const intended = {
      outDir: out,
      after: [],
      differences,
      scope: ['prod/'],
      environments: [],
      withoutAddress: [],
      replaced: [],
      formerOf: () => [],
    };
    const refused = (...allowed: string[]) => messageOf(() => refuseDeletions(head, { ...intended, allowed }));
    expect(refused('prod/shop')).toBe(
      `Git knows ${application} and lacks what was committed there, so this run cannot tell what it would delete from the cluster; nothing was written.\nfix: make \`git fsck\` pass in ${out}; where all that is deleted is meant: --allow-delete no-base`,
    );
    expect(refuseDeletions(head, { ...intended, allowed: ['no-base', 'prod/_argocd'] })).toEqual({
      kept: [],
      notes: [],
    });
  });
});
