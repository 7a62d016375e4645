import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Team } from '../support/pipeline/team';
import { ROOT, TestProject } from '../support/project';
import { SHOP_RELEASE, shopOf } from '../support/released';

const FILE = 'environments/dev/release.yaml';
const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/bots/README.md'), 'utf8')) ?? [];
const script: string = parse(workflow).jobs.render.steps.at(-1).run;

describe('the workflow of docs/bots/README.md', () => {
  let team: Team;
  beforeAll(() => {
    const project = new TestProject({ 'shop.ts': shopOf('shop') });
    for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
    team = Team.start(project);
  });
  afterAll(() => team?.remove());

  it('renders the branch of a bot, and its own push once more without a change', () => {
    team.git('switch', '--quiet', '--create', 'renovate/web');
    team.project.edit(FILE, "tag: '1.4.0'", "tag: '1.5.0'");
    team.commit('web 1.5.0');
    team.git('push', '--quiet', '--set-upstream', 'origin', 'renovate/web');
    expect(team.project.run('synth', '--check', '--no-typecheck').code).toBe(1);
    expect(team.step(script).code).toBe(0);
    const rendered = team.pushed('renovate/web');
    expect(rendered).toBe(team.git('rev-parse', 'HEAD').trim());
    expect(team.git('diff', '--name-only', 'HEAD~1', 'HEAD')).toBe('dist/dev/shop/game-2048/configmap_config.yaml\n');
    expect(team.project.run('synth', '--check', '--no-typecheck').code).toBe(0);
    expect(team.step(script).code).toBe(0);
    expect(team.pushed('renovate/web')).toBe(rendered);
  });
});
