import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Team } from '../support/pipeline/team';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../support/project';
import { digestOf } from '../support/released';

const WEB = '777788889999.dkr.ecr.eu-west-1.amazonaws.com/shop/web';
const OLD = `# what runs here
apps:
  shop:
    images:
      web: { repository: ${WEB}, tag: "1.4.0", digest: ${digestOf('a')} } # by the web team
`;
const NEWER = OLD.replace('1.4.0', '1.5.0').replace(digestOf('a'), digestOf('b'));
const RELEASED_SHOP = SHOP.replace('Environment, WebService', 'Environment, releasedImage, WebService')
  .replace("'ghcr.io/stefanprodan/podinfo:6.14.1'", "releasedImage(scope, 'web')")
  .replace("  namespace: 'game-2048',\n", "  namespace: 'game-2048',\n  skip: { local: 'nothing on a laptop' },\n");
const PAGE = readFileSync(join(ROOT, 'docs', 'pipelines.md'), 'utf8');
/** The scripts of a job of a workflow, by the name of the step. */
const steps = (workflow: string, job: string): ReadonlyMap<string, string> => {
  const { jobs } = parse(readFileSync(join(ROOT, 'docs', 'pipelines', 'github', workflow), 'utf8'));
  return new Map(jobs[job].steps.map(({ name, run }: { name?: string; run?: string }) => [name, run]));
};
const release = (environment: string) => `environments/${environment}/release.yaml`;

/** One image from its registry to production and back, by what the files of docs/pipelines run. */
describe('a release, from the push of an image to its rollback', () => {
  let team: Team;
  beforeAll(() => {
    const project = new TestProject({ 'shop.ts': RELEASED_SHOP, 'ingress.ts': INGRESS_CLASS });
    for (const name of ['dev', 'staging', 'prod']) project.write(release(name), OLD);
    team = Team.start(project);
  });
  afterAll(() => team?.remove());

  const isWhatTheSourceSays = () => expect(team.project.run('synth', '--check', '--no-typecheck').code).toBe(0);
  const changedFiles = (from: string, to: string) => team.git('diff', '--name-only', from, to).trim().split('\n');

  it('bumps dev on a branch of its own, with the rendered files', () => {
    const image = `${WEB}:1.5.0@${digestOf('b')}`;
    const { code, stdout } = team.step(`bash ci/change.sh bump/dev/shop-web bump shop "web=${image}" --env dev`);
    expect([code, stdout]).toEqual([0, 'changed\n']);
    expect(team.pushed('bump/dev/shop-web')).toBe(team.git('rev-parse', 'HEAD').trim());
    expect(changedFiles('main', 'HEAD')).toEqual(['dist/dev/shop/game-2048/deployment_web.yaml', release('dev')]);
    expect(team.project.read(release('dev'))).toBe(NEWER);
    isWhatTheSourceSays();
  });

  it('tells the reviewer what the change will do, in one comment that the next push replaces', () => {
    const review = steps('review.yml', 'review');
    const variables = { BASE: 'origin/main', GITHUB_STEP_SUMMARY: join(team.folder, 'summary.md') };
    expect(team.step(review.get('what the change will do') ?? '', variables).code).toBe(0);
    const said = team.project.read('diff.md');
    expect(said).toBe(/^````markdown\n([\s\S]*?)^````$/m.exec(PAGE)?.[1]);
    expect(team.project.read('comment.md')).toBe(`<!-- cdk8s-eks diff -->\n${said}`);
    const comment = review.get('the comment, replaced by each push') ?? '';
    for (const [id, call] of [
      ['', '--method POST repos/team/platform/issues/7/comments'],
      ['41', '--method PATCH repos/team/platform/issues/comments/41'],
    ] as const) {
      const log = join(team.folder, 'gh.log');
      team.program('gh', `case "$*" in *--jq*) printf '%s' '${id}' ;; *) echo "$*" >'${log}' ;; esac`);
      expect(team.step(comment, { REPOSITORY: 'team/platform', NUMBER: '7' }).code).toBe(0);
      expect(readFileSync(log, 'utf8')).toBe(`api --silent ${call} --field body=@comment.md\n`);
    }
    expect(team.step(review.get('all rules, and dist/ is what the source says') ?? '').code).toBe(0);
    expect(team.step(review.get('findings, for code scanning') ?? '').code).toBe(0);
    expect(JSON.parse(team.project.read('findings.sarif')).runs).toHaveLength(1);
  });

  it('opens the change request of an image that is told, and builds upon the branch that is open', () => {
    const job = steps('release.yml', 'change');
    const bumped = team.pushed('bump/dev/shop-web');
    const log = join(team.folder, 'gh.log');
    team.program('gh', `case "$*" in *--jq*) ;; *) echo "$*" >'${log}' ;; esac`);
    const told = (tag: string, digit: string) => {
      const file = join(team.folder, 'github.env');
      writeFileSync(file, '');
      const image = `${WEB}:${tag}@${digestOf(digit)}`;
      const payload = { APP: 'shop', NAME: 'web', IMAGE: image, ENVIRONMENT: 'dev', GITHUB_ENV: file };
      const { code } = team.step(job.get('a pushed image') ?? '', payload);
      return {
        code,
        ...Object.fromEntries([...readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map((m) => [m[1], m[2]])),
      };
    };
    const opened = { code: 0, BRANCH: 'bump/dev/shop-web', STATE: 'changed', TITLE: `dev: shop web ${WEB}:1.5.1` };
    expect(told('1.5.1', 'c')).toEqual(opened);
    expect(team.step(job.get('the change request') ?? '', { BRANCH: opened.BRANCH, TITLE: opened.TITLE }).code).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe(
      `pr create --head ${opened.BRANCH} --title ${opened.TITLE} --body-file change.md\n`,
    );
    // Against the base, although the branch had 1.5.0 before: both in release.yaml and in what is rendered.
    const said = team.project.read('change.md');
    expect(said).toContain('\n-      web: { repository: ');
    expect(said).toContain(`"${WEB}:1.4.0@${digestOf('a')}" → "${WEB}:1.5.1@${digestOf('c')}"`);
    expect(said).not.toContain('1.5.0');
    const pushed = team.pushed(opened.BRANCH);
    expect(told('1.5.1', 'c')).toMatchObject({ code: 0, STATE: 'unchanged' });
    expect([team.project.read('change.md'), team.pushed(opened.BRANCH)]).toEqual([said, pushed]);
    expect(changedFiles('main', 'HEAD')).toEqual(['dist/dev/shop/game-2048/deployment_web.yaml', release('dev')]);
    // A job that comes late: the image of the branch is newer.
    expect(told('1.5.0', 'b').code).not.toBe(0);
    expect(team.project.read(release('dev'))).toContain('1.5.1');
    team.git('switch', '--quiet', '--force', 'main');
    team.git('push', '--quiet', 'origin', '--force', `${bumped}:refs/heads/${opened.BRANCH}`);
    team.git('branch', '--force', opened.BRANCH, bumped);
  });

  it('is dev’s when it is merged, and goes to the others by promotion', () => {
    team.merge('bump/dev/shop-web');
    isWhatTheSourceSays();
    for (const [from, to] of [
      ['dev', 'staging'],
      ['staging', 'prod'],
    ] as const) {
      const words = `promote/${to}/shop promote shop --from ${from} --to ${to}`;
      expect(team.step(`bash ci/change.sh ${words}`)).toMatchObject({ code: 0, stdout: 'changed\n' });
      expect(changedFiles('main', 'HEAD')).toEqual([`dist/${to}/shop/game-2048/deployment_web.yaml`, release(to)]);
      expect(team.project.read(release(to))).toBe(NEWER);
      team.merge(`promote/${to}/shop`);
      isWhatTheSourceSays();
    }
  });

  it('changes nothing, and pushes nothing, the second time', () => {
    const { code, stdout } = team.step('bash ci/change.sh promote/prod/shop promote shop --from staging --to prod');
    expect([code, stdout]).toEqual([0, 'unchanged\n']);
    expect(() => team.pushed('promote/prod/shop')).toThrow();
    team.git('switch', '--quiet', 'main');
  });

  it('is taken back by git revert, with dist/ as the source says', () => {
    const before = team.git('rev-parse', 'HEAD^:dist/prod', 'HEAD^:environments/prod');
    team.git('revert', '--no-edit', '--mainline', '1', 'HEAD');
    expect(team.git('rev-parse', 'HEAD:dist/prod', 'HEAD:environments/prod')).toBe(before);
    expect(team.project.read(release('prod'))).toBe(OLD);
    isWhatTheSourceSays();
  });
});
