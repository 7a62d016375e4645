import { TestProject } from '../support/project';

const SHOP = `import { AppNamespace, ConfigFiles, defineApp, releasedImage, releaseFlag } from 'cdk8s-eks';

export default defineApp({
  name: 'shop',
  owner: 'games',
  namespace: 'game-2048',
  skip: { local: 'no shop on a laptop' },
  charts(scope, environment) {
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
    const { flags } = environment.release.apps['shop'] ?? { flags: {} };
    const data = { image: releasedImage(scope, 'web'), cart: String(releaseFlag(scope, 'newCart')), beta: String(flags['beta'] ?? false) };
    new ConfigFiles(scope, 'config', { name: 'config', data });
    if (environment.name === 'dev') releasedImage(scope, 'database');
  },
});
`;
const RELEASE = `apps:
  shop:
    images:
      web: { repository: ghcr.io/example/web, tag: "1.0" }
      database: { repository: ghcr.io/example/database, tag: "2.0" }
    flags: { newCart: true, beta: true }
`;

const NEVER = 'whatever is promoted there never reaches the cluster.';
const at = (place: string, message: string, fix: string, picture: string) =>
  `environments/${place}: ${message}\n${picture}\nfix: ${fix}\n`;

describe('a name in release.yaml that nobody reads', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP });
    for (const name of ['dev', 'staging', 'prod', 'local']) project.write(`environments/${name}/release.yaml`, RELEASE);
  });
  afterEach(() => project.remove());

  const run = (...args: readonly string[]) => project.run('check', '--no-typecheck', ...args);

  it('1.5 release.yaml may name what one environment alone reads, and what an app that is left out would read', () =>
    expect([run().code, run('--env', 'prod').code, run('--env', 'local').code]).toEqual([0, 0, 0]));

  it('1.5 release.yaml names an app, an image and a flag that nobody reads: each at its line', () => {
    project.edit('environments/dev/release.yaml', 'apps:\n', 'apps:\n  shpo: { flags: { newCart: false } }\n');
    project.edit('environments/prod/release.yaml', '    flags: {', '    flags: { bata: false,');
    const image = '      wbe: { repository: ghcr.io/example/web, tag: "1.1" }\n';
    project.edit('environments/prod/release.yaml', '      web:', `${image}      web:`);
    const said = [
      at(
        'dev/release.yaml:2:3 › apps.shpo',
        `there is no app "shpo": ${NEVER} Did you mean "shop"?`,
        'write the name of an app, or delete the entry.',
        '2 |   shpo: { flags: { newCart: false } }\n  |   ^',
      ),
      at(
        'prod/release.yaml:4:7 › apps.shop.images.wbe',
        `no app reads the image "wbe": ${NEVER} Did you mean "web"?`,
        'write the name that the app asks for, or delete the image.',
        `4 | ${image.trimEnd()}\n  |       ^`,
      ),
      at(
        'prod/release.yaml:7:14 › apps.shop.flags.bata',
        `no app reads the flag "bata": ${NEVER} Did you mean "beta"?`,
        'write the name that the app asks for, or delete the flag.',
        '7 |     flags: { bata: false, newCart: true, beta: true }\n  |              ^',
      ),
    ];
    const stderr = said.map((one) => `error SETTINGS: ${one}`).join('\n');
    expect(run()).toEqual({ code: 2, stdout: '', stderr });
    // The same where the apps run in another process, and in several threads.
    expect(run('--sandbox').stderr).toBe(stderr);
    expect(run('--env', 'dev').stderr).toBe(`error SETTINGS: ${said[0]}`);
    // What the other apps read is unknown to a run of some of them.
    expect(run('--app', 'shop').code).toBe(0);
  });

  it('1.5 release.yaml in one environment names an image that another has too: only a run of both knows', () => {
    const image = '      old: { repository: ghcr.io/example/old, tag: "1.1" }\n';
    for (const name of ['prod', 'dev'])
      project.edit(`environments/${name}/release.yaml`, '      web:', `${image}      web:`);
    expect(run('--env', 'prod').code).toBe(0);
    const told = at(
      'dev/release.yaml:4:7 › apps.shop.images.old',
      `no app reads the image "old": ${NEVER}`,
      'write the name that the app asks for, or delete the image.',
      `4 | ${image.trimEnd()}\n  |       ^\n  also at environments/prod/release.yaml:4:7 › apps.shop.images.old`,
    );
    expect(run('--env', 'prod', '--env', 'dev').stderr).toBe(`error SETTINGS: ${told}`);
  });
});
