import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('tells the reviewer what the change will do', () => {
    const said = team.project.run('diff', '--base', 'origin/main', '--no-typecheck', '--format', 'markdown').stdout;
    expect(said).toBe(/^````markdown\n([\s\S]*?)^````$/m.exec(PAGE)?.[1]);
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
