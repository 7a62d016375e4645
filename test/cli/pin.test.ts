import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../support/git';
import { TestProject } from '../support/project';
import { SHOP_RELEASE, shopOf } from '../support/released';

const PROD = 'environments/prod/release.yaml';
const CHART = "export const grade = () => 'first';\n";
const GRADE = `newGrade: grade(), web: releasedImage(scope, 'web')`;

describe('a pinned environment', () => {
  let project: TestProject;
  let first: string;
  beforeEach(() => {
    const shop = shopOf('shop').replace("web: releasedImage(scope, 'web')", GRADE);
    project = new TestProject({ 'shop.ts': `import { grade } from '../charts/grade';\n${shop}` });
    project.write('charts/grade.ts', CHART);
    project.write('.gitignore', 'node_modules\n.cache\n');
    for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
    expect(run('synth').code).toBe(0);
    git(project.root, 'init', '--quiet', '--initial-branch=main');
    first = commit('first');
  });
  afterEach(() => project.remove());

  const run = (...args: readonly string[]) =>
    project.runWith({ XDG_CACHE_HOME: join(project.root, '.cache') }, ...args, '--no-typecheck');
  const commit = (message: string) => {
    git(project.root, 'add', '--all');
    git(project.root, 'commit', '--quiet', '--message', message);
    return git(project.root, 'rev-parse', 'HEAD').trim();
  };
  const held = (behind: string) => `note: prod is held at ${first.slice(0, 12)}${behind}`;
  const shows = (environment: string) =>
    /newGrade: (\w+)/.exec(project.read(`dist/${environment}/shop/game-2048/configmap_config.yaml`))?.[1];

  it('stays what its revision renders while main moves, and unpin shows the whole difference', () => {
    expect(run('pin', 'prod', '--source', 'main')).toEqual({
      code: 0,
      stderr: '',
      stdout: `${held(', which is HEAD')}.\nno differences\n${PROD}: written\n`,
    });
    expect(project.read(PROD)).toBe(`${SHOP_RELEASE}source: "${first}"\n`);
    commit('pin');
    project.write('charts/grade.ts', CHART.replace('first', 'second'));
    project.edit('apps/shop.ts', 'newGrade:', 'more: "x", newGrade:');
    expect(run('synth')).toMatchObject({
      code: 0,
      stderr: `${held(': 1 commit behind HEAD, 0 of which change apps/, charts/ or what is installed')}\n`,
    });
    expect(['dev', 'staging', 'prod'].map(shows)).toEqual(['second', 'second', 'first']);
    commit('second');
    // In every command, for all environments and for one, with threads and in the sandbox.
    const behind = `${held(': 2 commits behind HEAD, 1 of which changes apps/, charts/ or what is installed')}\n`;
    for (const args of [[], ['--env', 'prod'], ['--app', 'shop'], ['--jobs', '2'], ['--sandbox']])
      expect([args, run('synth', '--check', ...args)]).toMatchObject([args, { code: 0, stderr: behind }]);
    expect(run('check', '--env', 'prod')).toMatchObject({ code: 0, stderr: behind });
    expect(run('diff')).toEqual({ code: 0, stdout: 'no differences\n', stderr: behind });
    expect(run('diff', '--format', 'markdown').stdout).toBe(
      `${behind.replace('note: ', '> ').trimEnd()}.\n\nNo rendered object changes.\n`,
    );
    const pins = [{ environment: 'prod', commit: first, behind: 2, touching: 1 }];
    for (const command of [['synth', '--check'], ['check'], ['diff']])
      expect(JSON.parse(run(...command, '--format', 'json').stdout)).toMatchObject({ pins });
    // Versions move on while the code is held.
    const image = 'web=ghcr.io/example/web:1.5.0@sha256:'.padEnd(101, 'a');
    expect(run('bump', 'shop', image, '--env', 'prod', '--dry-run').stdout).toContain('data.web:');

    const unpinned = run('unpin', 'prod', '--dry-run');
    expect(unpinned.stdout).toBe(`${behind.trimEnd()}, until this is merged.
prod › shop
  ~ ConfigMap game-2048/config
      data.more: (none) → "x"  (changes nothing that exists)
      data.newGrade: "first" → "second"  (changes nothing that exists)
    later: no Pod restarts: variables keep their values, and files in volumes follow within minutes, unless mounted by subPath.
${PROD}: not written, since this is a dry run
`);
    expect(run('unpin', 'prod').code).toBe(0);
    expect(project.read(PROD)).toBe(SHOP_RELEASE);
    expect(run('synth', '--check')).toMatchObject({ code: 1, stderr: '' });
  });

  it('has the settings and the release of today', () => {
    expect(run('pin', 'prod', '--source', first).code).toBe(0);
    project.edit(PROD, '1.4.0', '1.4.1');
    expect(run('synth', '--env', 'prod').code).toBe(0);
    expect(project.read('dist/prod/shop/game-2048/configmap_config.yaml')).toContain('web: ghcr.io/example/web:1.4.1');
    project.edit(PROD, 'newCart: false', 'newCrat: false');
    const { code, stderr } = run('synth', '--env', 'prod');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          `^error APP_RENDER: apps/shop.ts:.* has no flag "newCart" for app "shop"\\. .*The source of prod is held at ${first.slice(0, 12)}\\.\n`,
        ),
      ),
    ]);
  });

  it('leaves out an app that is younger than its revision', () => {
    expect(run('pin', 'prod', '--source', first).code).toBe(0);
    const late = shopOf('late').replaceAll('game-2048', 'carts').replace("'games'", "'platform'");
    project.write('apps/late.ts', late);
    for (const name of ['dev', 'staging'])
      project.write(
        `environments/${name}/release.yaml`,
        `${SHOP_RELEASE}${SHOP_RELEASE.slice(SHOP_RELEASE.indexOf('  shop:')).replace('shop:', 'late:')}`,
      );
    expect(run('synth').code).toBe(0);
    expect(existsSync(join(project.root, 'dist/prod/late'))).toBe(false);
    expect(run('synth', '--app', 'late').code).toBe(0);
    expect(run('synth', '--app', 'late', '--env', 'prod').stderr).toBe(
      `error ARGUMENTS: there is no app "late" under apps/. The apps are: shop. The source of prod is held at ${first.slice(0, 12)}.\n`,
    );
  });

  it('is refused where the revision is not to be had', () => {
    const lost = 'f'.repeat(40);
    const missing = 'Git does not have it here';
    const fetch = 'fetch it (git fetch --tags), or name a branch, a tag or a commit that exists.';
    expect(run('pin', 'prod', '--source', 'v9').stderr).toBe(
      `error ARGUMENTS: prod cannot be held at "v9": ${missing}.\nfix: ${fetch}\n`,
    );
    expect(run('pin', 'prod').stderr).toBe(
      'error ARGUMENTS: prod is not pinned: it is rendered from the apps and charts that lie here.\nfix: name the revision to hold it at: cdk8s-eks pin prod --source REV.\n',
    );
    expect(run('unpin', 'prod').code).toBe(2);
    project.edit(PROD, 'newCart: false', 'newCart: true');
    expect(run('pin', 'prod', '--source', 'main').stderr).toBe(
      `error ARGUMENTS: ${PROD} has changes that are not committed, and a pin is reviewed alone: nobody could tell the two apart.\nfix: commit them first, or take them back (git checkout -- ${PROD}).\n`,
    );
    project.write(PROD, `${SHOP_RELEASE}source: ${lost}\n`);
    expect(run('check').stderr).toBe(
      `error SETTINGS: ${PROD}:10:1 › source: there is no commit ffffffffffff: ${missing}.\n10 | source: ${lost}\n   | ^\nfix: ${fetch}\n`,
    );
    project.write(PROD, `${SHOP_RELEASE}source: v1\n`);
    expect(run('check').stderr).toContain(
      'wanted the full id of a commit, as `cdk8s-eks pin ENV --source REV` writes it',
    );
  });

  it('says what a shallow clone lacks', () => {
    expect(run('pin', 'prod', '--source', first).code).toBe(0);
    commit('pin');
    commit2();
    const clone = new TestProject();
    try {
      execFileSync('rm', ['-rf', ...['apps', 'environments'].map((name) => join(clone.root, name))]);
      git(clone.root, 'init', '--quiet');
      git(clone.root, 'fetch', '--quiet', '--depth', '1', `file://${project.root}`, 'main');
      git(clone.root, 'checkout', '--quiet', 'FETCH_HEAD');
      expect(clone.run('synth', '--check', '--no-typecheck').stderr).toMatch(
        /there is no commit \w{12}: this clone is shallow and does not reach that far\.\n.*\n.*\nfix: fetch the whole history: git fetch --unshallow; in CI, check out with depth 0\.\n/,
      );
    } finally {
      clone.remove();
    }
  });
  const commit2 = () => {
    project.write('README.md', 'second');
    return commit('second');
  };

  it('has the packages of its own lock file, or is refused', () => {
    const lock = (version: string) =>
      JSON.stringify({
        name: 'project',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: {
          '': { name: 'project', version: '1.0.0', dependencies: { grades: 'file:grades' } },
          grades: { version },
          'node_modules/grades': { resolved: 'grades', link: true },
        },
      });
    const packages = (version: string) => {
      project.write(
        'package.json',
        JSON.stringify({ name: 'project', version: '1.0.0', dependencies: { grades: 'file:grades' } }),
      );
      project.write('grades/package.json', JSON.stringify({ name: 'grades', version, main: 'index.js' }));
      project.write('grades/index.js', `exports.grade = () => 'of ${version}';\n`);
      project.write('package-lock.json', lock(version));
    };
    packages('1.0.0');
    symlinkSync(join(project.root, 'grades'), join(project.root, 'node_modules', 'grades'));
    project.edit('apps/shop.ts', "'../charts/grade'", "'grades'");
    expect(run('synth').code).toBe(0);
    const old = commit('packages');
    expect(run('pin', 'prod', '--source', old).code).toBe(0);
    commit('pin');
    packages('2.0.0');
    commit('newer packages');
    const { code, stderr } = run('synth', '--check', '--env', 'prod');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(
        `package-lock.json of ${old.slice(0, 12)} names other packages than that of today, and what is rendered there comes from them.`,
      ),
    ]);
    expect(stderr).toMatch(
      /\nfix: have them installed once, into the cache of this tool: cdk8s-eks pin prod --install\.\n$/,
    );
    const installed = run('pin', 'prod', '--install');
    expect(installed).toMatchObject({ code: 0, stderr: '' });
    expect(run('synth', '--check', '--env', 'prod').code).toBe(0);
    expect(shows('prod')).toBe('of');
    expect(project.read('dist/prod/shop/game-2048/configmap_config.yaml')).toContain('newGrade: of 1.0.0\n');
    expect(run('synth', '--env', 'dev').code).toBe(0);
    expect(project.read('dist/dev/shop/game-2048/configmap_config.yaml')).toContain('newGrade: of 2.0.0\n');
  });

  it('says where node_modules is not what the lock file says', () => {
    const packages = { '': {}, 'node_modules/yaml': { version: '2.0.0' } };
    project.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
    const one = commit('lock');
    const installed = { 'node_modules/yaml': { version: '1.0.0' } };
    project.write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
    expect(run('pin', 'prod', '--source', one).stderr).toBe(
      'error SETTINGS: environments/prod/release.yaml:1:1 › source: node_modules is not what package-lock.json says: yaml 1.0.0 rather than 2.0.0.\nfix: run npm ci.\n',
    );
  });
});
