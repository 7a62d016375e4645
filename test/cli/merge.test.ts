import { Team } from '../support/pipeline/team';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

/** Two lines of the source that become one line of the output. */
const PARTS = SHOP.replace("'ghcr.io/stefanprodan/podinfo:6.14.1'", 'REPOSITORY + TAG')
  .replace('export default', "const REPOSITORY = 'ghcr.io/stefanprodan/podinfo';\n\nexport default")
  .concat("\nconst TAG = ':6.14.1';\n");
const FILE = 'dist/dev/shop/game-2048/deployment_web.yaml';

describe('merge', () => {
  let team: Team;
  beforeEach(() => {
    team = Team.start(new TestProject({ 'shop.ts': PARTS, 'ingress.ts': INGRESS_CLASS }));
  });
  afterEach(() => team?.remove());

  const merge = (...args: readonly string[]) => team.project.run('merge', ...args, '--no-typecheck');
  /** One commit that renders an edit of the shop. */
  const change = (from: string, to: string) => {
    team.project.edit('apps/shop.ts', from, to);
    team.synth();
    team.commit(to);
  };
  /** A branch and `main`. */
  const twoSides = () => {
    team.git('switch', '--quiet', '--create', 'side');
    change('stefanprodan/podinfo', 'stefanprodan/podinfo-debug');
    team.git('switch', '--quiet', 'main');
    change(':6.14.1', ':6.14.2');
    team.git('switch', '--quiet', 'side');
  };
  const rendered = () => expect(team.project.run('synth', '--check', '--no-typecheck').code).toBe(0);

  it('ends conflicts in dist/ by rendering what both sides say', () => {
    twoSides();
    expect(() => team.git('merge', 'main')).toThrow();
    expect(team.project.read(FILE)).toContain('<<<<<<<');
    team.git('merge', '--abort');
    const { code, stdout, stderr } = merge('main');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\n4 conflicts in dist\/ ended by rendering; the merge is committed\n$/);
    expect(team.git('status', '--porcelain')).toBe('');
    expect(team.git('rev-list', '--parents', '--max-count=1', 'HEAD').trim().split(' ')).toHaveLength(3);
    expect(team.project.read(FILE)).toContain('image: ghcr.io/stefanprodan/podinfo-debug:6.14.2\n');
    rendered();
  });

  it('finishes what Git has begun: with the driver no file holds marks, and a rebase goes on', () => {
    twoSides();
    team.git('config', 'merge.cdk8s-eks.driver', 'false');
    expect(() => team.git('rebase', 'main')).toThrow();
    expect(team.project.read(FILE)).not.toContain('<<<<<<<');
    const { code, stdout } = merge();
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/ended by rendering; go on with `git rebase --continue`\n$/),
    ]);
    team.git('-c', 'core.editor=true', 'rebase', '--continue');
    expect(team.git('status', '--porcelain')).toBe('');
    expect(team.git('log', '--format=%s', 'main..')).toBe('stefanprodan/podinfo-debug\n');
    rendered();
  });

  it('leaves what people have to decide to them, and goes on afterwards', () => {
    twoSides();
    team.project.edit('apps/shop.ts', ':6.14.1', ':6.14.3');
    team.synth();
    team.commit('6.14.3');
    expect(merge('main')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error ARGUMENTS: both sides changed apps/shop.ts: what has to be rendered is not decided.
fix: join the two by hand, \`git add\` them, and run \`cdk8s-eks merge\` without a revision.
`,
    });
    team.git('checkout', '--theirs', 'apps/shop.ts');
    team.project.edit('apps/shop.ts', 'stefanprodan/podinfo', 'stefanprodan/podinfo-debug');
    team.git('add', 'apps');
    const { code, stdout } = merge('--format', 'json');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { begun: 'merge', committed: true }]);
    rendered();
  });

  it('says what it needs, and when there is nothing to join', () => {
    expect(merge().stderr).toBe(
      'error ARGUMENTS: no merge, rebase, cherry-pick or revert is under way.\nfix: name what is merged: cdk8s-eks merge origin/main.\n',
    );
    team.project.edit('apps/shop.ts', ':6.14.1', ':6.14.2');
    expect(
      merge('nowhere').stderr,
    ).toBe(`error ARGUMENTS: files of the work tree differ from what is committed, and would become part of the merge.
fix: commit them, or put them away with \`git stash\`.

error ARGUMENTS: Git knows no revision "nowhere".
fix: fetch it, or name one that is there.
`);
    team.git('checkout', 'apps');
    expect(merge('main')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'nothing had to be joined: dist/ is that of the commit\n',
    });
  });
});
