import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../../support/git';
import { Agent } from '../../support/pipeline/agent';
import { GITOPS, runJenkinsfile } from '../../support/pipeline/jenkins';
import { releasedShop, releaseOf } from '../../support/pipeline/released-shop';
import { digestOfText, type Served, serveRegistry } from '../../support/pipeline/servers';
import { Team } from '../../support/pipeline/team';
import { ROOT } from '../../support/project';

const read = (name: string) => readFileSync(join(ROOT, 'docs', 'pipelines', 'jenkins', name), 'utf8');
const release = (environment: string) => `environments/${environment}/release.yaml`;
const rendered = (environment: string) => `dist/${environment}/shop/game-2048/deployment_web.yaml`;

/** Where images are, and how one gets in and out there. */
const REGISTRIES = [
  {
    file: 'Jenkinsfile.ecr',
    host: '777788889999.dkr.ecr.eu-west-1.amazonaws.com',
    path: 'shop/web',
    enter: [
      'aws ecr get-login-password',
      'docker login --username AWS --password-stdin 777788889999.dkr.ecr.eu-west-1.amazonaws.com',
    ],
    leave: 'docker logout 777788889999.dkr.ecr.eu-west-1.amazonaws.com',
  },
  {
    file: 'Jenkinsfile.docker-hub',
    host: 'docker.io',
    path: 'example/shop-web',
    enter: ['docker login --username docker-hub-user --password-stdin'],
    leave: 'docker logout',
  },
];

describe.each(REGISTRIES)('Jenkins, with $file', ({ file, host, path, enter, leave }) => {
  const image = `${host}/${path}:1.0.7`;
  const digest = digestOfText(JSON.stringify({ image }));
  let registry: Served;
  let team: Team;
  let agent: Agent;
  beforeAll(async () => {
    registry = await serveRegistry();
    team = Team.start(releasedShop(`${host}/${path}`));
    agent = new Agent(team, [GITOPS], registry.url);
  });
  afterAll(async () => {
    team?.remove();
    await registry?.close();
  });
  const changed = (branch: string) => git(team.remote, 'diff', '--name-only', 'main', branch).trim().split('\n');
  const shown = (branch: string, file: string) => git(team.remote, 'show', `${branch}:${file}`);
  const accept = (branch: string) => {
    team.git('fetch', '--quiet', 'origin', `${branch}:${branch}`);
    team.merge(branch);
  };

  it('14.4 builds the image of a branch, and releases nothing', async () => {
    const variables = { BUILD_NUMBER: '6', BRANCH_NAME: 'feature' };
    await runJenkinsfile(agent, read(file), { cwd: agent.workspace(), variables });
    expect(agent.calls()).toEqual(['stage image', ...enter, expect.stringContaining('docker buildx build'), leave]);
    expect(git(team.remote, 'branch', '--list')).toBe('* main\n');
  });

  it('14.4 pushes the image of main, and opens the change request with the digest that the registry gave', async () => {
    const variables = { BUILD_NUMBER: '7', BRANCH_NAME: 'main' };
    await runJenkinsfile(agent, read(file), { cwd: agent.workspace(), variables });
    expect(registry.asked.at(-1)).toMatchObject({ method: 'PUT', path: `/v2/${path}/manifests/1.0.7` });
    expect(agent.calls()).toEqual([
      'stage image',
      ...enter,
      `docker buildx build --push --metadata-file image.json --tag ${image} .`,
      leave,
      'stage change request',
      'npm ci --ignore-scripts',
      'gh pr list --head bump/dev/shop-web --state open --json number --jq .[].number',
      `gh pr create --head bump/dev/shop-web --title dev: shop web ${image} --body-file change.md`,
    ]);
    expect(agent.isLoggedIn(host)).toBe(false);
    expect(changed('bump/dev/shop-web')).toEqual([rendered('dev'), release('dev')]);
    expect(shown('bump/dev/shop-web', release('dev'))).toBe(releaseOf(`${host}/${path}`, '1.0.7', digest));
    expect(shown('bump/dev/shop-web', rendered('dev'))).toContain(`${path}:1.0.7@${digest}`);
    expect(git(team.remote, 'log', '-1', '--format=%an <%ae>', 'bump/dev/shop-web')).toBe(
      'release <release@example.com>\n',
    );
    accept('bump/dev/shop-web');
  });

  it('14.4 promotes what somebody asks for, where no change request is open yet', async () => {
    const promotion = { BRANCH_NAME: 'main', APP: 'shop', FROM: 'dev', TO: 'staging' };
    const run = () =>
      runJenkinsfile(agent, read('Jenkinsfile'), { cwd: agent.workspace('main'), variables: promotion });
    const branch = 'promote/staging/shop';
    const listing = `gh pr list --head ${branch} --state open --json number --jq .[].number`;
    await run();
    expect(agent.calls()).toEqual([
      'stage install',
      'npm ci --ignore-scripts',
      'stage promote',
      listing,
      `gh pr create --head ${branch} --title staging: shop as in dev --body-file change.md`,
    ]);
    expect(changed(branch)).toEqual([rendered('staging'), release('staging')]);
    expect(shown(branch, release('staging'))).toBe(releaseOf(`${host}/${path}`, '1.0.7', digest));
    // The second time nothing is added to the branch, so nothing is opened.
    await run();
    expect(agent.calls().at(-1)).toBe('stage promote');
  });

  it('14.4 reviews the change request: types and tests, the comment, findings, dist/', async () => {
    const cwd = agent.workspace('promote/staging/shop');
    const variables = { CHANGE_ID: '12', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-12' };
    await runJenkinsfile(agent, read('Jenkinsfile'), { cwd, variables });
    expect(agent.calls()).toEqual([
      'stage install',
      'npm ci --ignore-scripts',
      'stage review',
      'npm run typecheck',
      'npm test',
      'gh pr comment 12 --edit-last --create-if-none --body-file diff.md',
      'archiveArtifacts diff.md',
      'junit findings.xml',
    ]);
    expect(readFileSync(join(cwd, 'diff.md'), 'utf8')).toContain(`${path}:1.0.7@${digest}`);
    expect(readFileSync(join(cwd, 'findings.xml'), 'utf8')).toContain('<testsuites');
  });
});
