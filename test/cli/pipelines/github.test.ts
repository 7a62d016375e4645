import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { git } from '../../support/git';
import { Agent } from '../../support/pipeline/agent';
import { type Context, runGithubJob } from '../../support/pipeline/github';
import { releasedShop, releaseOf } from '../../support/pipeline/released-shop';
import { digestOfText, type Served, serveRegistry } from '../../support/pipeline/servers';
import { Team } from '../../support/pipeline/team';
import { ROOT } from '../../support/project';

const WEB = '777788889999.dkr.ecr.eu-west-1.amazonaws.com/shop/web';
const IMAGE = `${WEB}:1.5.0`;
const DIGEST = digestOfText(JSON.stringify({ image: IMAGE }));
const rendered = (environment: string) => `dist/${environment}/shop/game-2048/deployment_web.yaml`;
const release = (environment: string) => `environments/${environment}/release.yaml`;

/** The last script of the pipeline of the image, which the page shows. */
function pushScript(): { readonly run: string; readonly env: Readonly<Record<string, string>> } {
  const page = readFileSync(join(ROOT, 'docs', 'pipelines.md'), 'utf8');
  const [, text = ''] = /^```yaml\n(permissions:[\s\S]*?)^```$/m.exec(page) ?? [];
  return parse(text).steps.at(-1);
}

describe('GitHub Actions', () => {
  let registry: Served;
  let team: Team;
  let agent: Agent;
  beforeAll(async () => {
    registry = await serveRegistry();
    team = Team.start(releasedShop(WEB));
    agent = new Agent(team, [], registry.url);
  });
  afterAll(async () => {
    team?.remove();
    await registry?.close();
  });
  const changed = (branch: string) => git(team.remote, 'diff', '--name-only', 'main', branch).trim().split('\n');
  const releases = async (expressions: Context['expressions'], event: string) =>
    runGithubJob(agent, 'release.yml', 'change', {
      cwd: agent.workspace('main'),
      expressions: { 'steps.app.outputs.token': 'app-token', ...expressions },
      conditions: {
        "github.event_name == 'repository_dispatch'": event === 'repository_dispatch',
        "github.event_name == 'workflow_dispatch'": event === 'workflow_dispatch',
        "env.STATE == 'changed'": (env) => env.get('STATE') === 'changed',
      },
    });
  let told: Readonly<Record<string, string>>;

  it('14.4 pushes an image, and tells the digest that the registry gave', async () => {
    const { run, env } = pushScript();
    const variables = { REPOSITORY: env['REPOSITORY'] ?? '', GITHUB_REF_NAME: '1.5.0' };
    await agent.run(run, { shell: 'bash', cwd: agent.workspace(), variables });
    expect(registry.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['PUT /v2/shop/web/manifests/1.5.0']);
    const call = agent.calls().at(-1) ?? '';
    expect(call).toBe(
      `gh api repos/example/platform/dispatches -f event_type=image-pushed -f client_payload[app]=shop -f client_payload[name]=web -f client_payload[image]=${IMAGE}@${DIGEST}`,
    );
    told = Object.fromEntries(
      [...call.matchAll(/client_payload\[(\w+)\]=(\S+)/g)].map(([, key, value]) => [key, value]),
    );
  });

  it('14.4 opens the pull request of the image that is told', async () => {
    const payload = Object.fromEntries(
      Object.entries(told).map(([key, value]) => [`github.event.client_payload.${key}`, value]),
    );
    const expressions = { ...payload, "github.event.client_payload.environment || 'dev'": 'dev' };
    expect((await releases(expressions, 'repository_dispatch')).get('STATE')).toBe('changed');
    expect(agent.calls()).toEqual([
      'step npm ci --ignore-scripts',
      'npm ci --ignore-scripts',
      'step who commits',
      'step a pushed image',
      'step the change request',
      'gh pr list --head bump/dev/shop-web --state open --json number --jq .[].number',
      `gh pr create --head bump/dev/shop-web --title dev: shop web ${IMAGE} --body-file change.md`,
    ]);
    expect(changed('bump/dev/shop-web')).toEqual([rendered('dev'), release('dev')]);
    expect(git(team.remote, 'show', `bump/dev/shop-web:${release('dev')}`)).toBe(releaseOf(WEB, '1.5.0', DIGEST));
    expect(git(team.remote, 'log', '-1', '--format=%an <%ae>', 'bump/dev/shop-web')).toBe(
      'release <release@users.noreply.github.com>\n',
    );
  });

  it.each([
    ['of a branch of its own', true],
    ['of a fork', false],
  ])('14.4 tests and reviews the pull request %s', async (_, isOwn) => {
    const cwd = agent.workspace('bump/dev/shop-web');
    await runGithubJob(agent, 'ci.yml', 'test', { cwd, expressions: {}, conditions: {} });
    expect(agent.calls().filter((line) => line.startsWith('npm '))).toEqual([
      'npm ci',
      'npm run typecheck',
      'npm test',
    ]);
    await runGithubJob(agent, 'review.yml', 'review', {
      cwd,
      expressions: {
        'github.base_ref': 'main',
        'github.token': 'job-token',
        'github.repository': 'team/platform',
        'github.event.pull_request.number': '7',
      },
      conditions: {
        "github.event_name == 'pull_request'": true,
        "env.OWN == 'true'": isOwn,
        "env.OWN == 'true' && inputs.sarif": isOwn,
      },
    });
    const calls = agent.calls();
    const posted = calls.filter((line) => line.startsWith('gh api --silent'));
    expect(posted).toEqual(
      isOwn ? ['gh api --silent --method POST repos/team/platform/issues/7/comments --field body=@comment.md'] : [],
    );
    expect(calls).toContain('step all rules, and dist/ is what the source says');
    expect(readFileSync(join(agent.folder, 'summary'), 'utf8')).toContain(IMAGE);
  });

  it('14.4 promotes what somebody asks for, and opens nothing where nothing changes', async () => {
    team.git('fetch', '--quiet', 'origin', 'bump/dev/shop-web:bump/dev/shop-web');
    team.merge('bump/dev/shop-web');
    const asked = (to: string) => ({ 'inputs.app': 'shop', 'inputs.from': 'dev', 'inputs.to': to });
    agent.list('12');
    await releases(asked('staging'), 'workflow_dispatch');
    expect(changed('promote/staging/shop')).toEqual([rendered('staging'), release('staging')]);
    expect(agent.calls().at(-1)).toBe(
      'gh pr edit promote/staging/shop --title staging: shop as in dev --body-file change.md',
    );
    team.git('fetch', '--quiet', 'origin', 'promote/staging/shop:promote/staging/shop');
    team.merge('promote/staging/shop');
    expect((await releases(asked('staging'), 'workflow_dispatch')).get('STATE')).toBe('unchanged');
    expect(agent.calls().at(-1)).toBe('step a promotion');
  });
});
