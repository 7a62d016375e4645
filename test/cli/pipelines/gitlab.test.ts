import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../../support/git';
import { Agent } from '../../support/pipeline/agent';
import { GITLAB_JOBS, runGitlabJob } from '../../support/pipeline/gitlab';
import { releasedShop, releaseOf } from '../../support/pipeline/released-shop';
import { type Served, serveGitlab } from '../../support/pipeline/servers';
import { Team } from '../../support/pipeline/team';
import { digestOf } from '../../support/released';

const WEB = '777788889999.dkr.ecr.eu-west-1.amazonaws.com/shop/web';
const rendered = (environment: string) => `dist/${environment}/shop/game-2048/deployment_web.yaml`;
const release = (environment: string) => `environments/${environment}/release.yaml`;
const INSTALLED = 'npm ci --ignore-scripts --cache .npm --prefer-offline';

describe('GitLab CI', () => {
  let gitlab: Served;
  let team: Team;
  let agent: Agent;
  beforeAll(async () => {
    gitlab = await serveGitlab();
    team = Team.start(releasedShop(WEB));
    agent = new Agent(team, ['https://gitlab.example/team/platform.git']);
  });
  afterAll(async () => {
    team?.remove();
    await gitlab?.close();
  });
  afterEach(() => gitlab.asked.splice(0));
  const changed = (branch: string) => git(team.remote, 'diff', '--name-only', 'main', branch).trim().split('\n');
  const run = (job: string, cwd: string, variables: Readonly<Record<string, string>>) => {
    const predefined = {
      CI_API_V4_URL: `${gitlab.url}/api/v4`,
      CI_DEFAULT_BRANCH: 'main',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_PROJECT_ID: '9',
      CI_PROJECT_PATH: 'team/platform',
      CI_SERVER_HOST: 'gitlab.example',
    };
    return runGitlabJob(agent, job, { cwd, variables: { ...predefined, ...variables } });
  };
  const forms = () =>
    gitlab.asked.map(({ method, path, token, body }) => [method, path, token, new URLSearchParams(body)] as const);

  it('14.4 has the jobs that are run here', () => expect(GITLAB_JOBS).toEqual(['test', 'review', 'bump', 'promote']));

  it('14.4 bumps an image that a trigger tells, and opens a merge request once', async () => {
    const bump = (tag: string, digit: string) =>
      run('bump', agent.workspace('main'), {
        RELEASE_TOKEN: 'release-token',
        APP: 'shop',
        NAME: 'web',
        IMAGE: `${WEB}:${tag}@${digestOf(digit)}`,
      });
    await bump('1.5.0', 'b');
    const [method, path, token, form] = forms()[0] ?? [];
    expect([method, path, token]).toEqual(['POST', '/api/v4/projects/9/merge_requests', 'release-token']);
    expect(Object.fromEntries(form ?? [])).toEqual({
      source_branch: 'bump/dev/shop-web',
      target_branch: 'main',
      title: `dev shop web ${WEB}:1.5.0`,
      description: expect.stringMatching(/shop\/web:1\.0\.1@\S+ → \S+shop\/web:1\.5\.0@/),
      remove_source_branch: 'true',
    });
    expect(changed('bump/dev/shop-web')).toEqual([rendered('dev'), release('dev')]);
    expect(git(team.remote, 'log', '-1', '--format=%an <%ae>', 'bump/dev/shop-web')).toBe(
      'release <release@gitlab.example>\n',
    );
    // The next image finds the merge request open, and an older one that comes late is refused.
    await bump('1.5.1', 'c');
    expect(gitlab.asked).toHaveLength(2);
    await expect(bump('1.4.0', 'd')).rejects.toThrow('1.4.0');
    expect(git(team.remote, 'show', `bump/dev/shop-web:${release('dev')}`)).toBe(
      releaseOf(WEB, '1.5.1', digestOf('c')),
    );
    expect(gitlab.asked).toHaveLength(2);
  });

  it('14.4 tests and reviews the merge request, with one comment that the next push replaces', async () => {
    const cwd = agent.workspace('bump/dev/shop-web');
    agent.calls();
    await run('test', cwd, {});
    expect(agent.calls()).toEqual([INSTALLED, 'npm run typecheck', 'npm test']);
    for (const [method, path] of [
      ['POST', '/api/v4/projects/9/merge_requests/7/notes'],
      ['PUT', '/api/v4/projects/9/merge_requests/7/notes/41'],
    ] as const) {
      gitlab.asked.splice(0);
      await run('review', cwd, { REVIEW_TOKEN: 'review-token' });
      const said = readFileSync(join(cwd, 'diff.md'), 'utf8');
      expect(said).toContain(`${WEB}:1.5.1`);
      expect(forms().map(([verb, place, token, form]) => [verb, place, token, form.get('body')])).toEqual([
        ['GET', '/api/v4/projects/9/merge_requests/7/notes?per_page=100', 'review-token', null],
        [method, path, 'review-token', `<!-- cdk8s-eks diff -->\n\n${said}`],
      ]);
    }
    expect(readFileSync(join(cwd, 'findings.xml'), 'utf8')).toContain('<testsuites');
  });

  it('14.4 fails the review where somebody changed dist/ by hand; a fork has no comment', async () => {
    const cwd = agent.workspace('bump/dev/shop-web');
    await agent.run(`sed -i 's/1.5.1/1.5.2/' ${rendered('dev')}`, { shell: 'bash', cwd });
    await expect(run('review', cwd, {})).rejects.toThrow(`differs: ${rendered('dev').slice('dist/'.length)}`);
    expect(gitlab.asked).toEqual([]);
  });

  it('14.4 promotes what somebody asks for', async () => {
    team.git('fetch', '--quiet', 'origin', 'bump/dev/shop-web:bump/dev/shop-web');
    team.merge('bump/dev/shop-web');
    const variables = { RELEASE_TOKEN: 'release-token', APP: 'shop', FROM: 'dev', TO: 'staging' };
    await run('promote', agent.workspace('main'), variables);
    expect(changed('promote/staging/shop')).toEqual([rendered('staging'), release('staging')]);
    expect(forms().map(([method, , token, form]) => [method, token, form.get('title')])).toEqual([
      ['POST', 'release-token', 'staging shop as in dev'],
    ]);
  });
});
