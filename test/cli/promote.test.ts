import { TestProject } from '../support/project';
import { digestOf, SHOP_RELEASE, shopOf } from '../support/released';

const PROD = 'environments/prod/release.yaml';
const STAGING = 'environments/staging/release.yaml';
const WEB = `ghcr.io/example/web`;
const NEWER = SHOP_RELEASE.replace("'1.4.0' }", `'1.5.0', digest: ${digestOf('a')} }`).replace('false', 'true');
const STAYS =
  'note: settings stay, since each environment has its own: accountId, certificates, clusterName, compute, domain, gitops, identity, kubernetesVersion, network, region, routes, storage, tier differ.\n';

describe('promote', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': shopOf('shop') });
    for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
    project.write(STAGING, NEWER);
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
  });
  afterEach(() => project.remove());

  const promote = (...args: readonly string[]) =>
    project.run('promote', ...args, '--from', 'staging', '--to', 'prod', '--no-typecheck');

  it('moves versions and flags, and no setting; every other byte stays', () => {
    project.edit(PROD, '# what runs here', '# reviewed by the shop');
    project.edit(PROD, '    flags:', '      old: { repository: ghcr.io/example/old, tag: "1" }\n    flags:');
    const before = project.read(PROD);
    const { code, stdout, stderr } = promote('shop');
    expect([code, stderr]).toEqual([0, '']);
    expect(project.read(PROD)).toBe(
      before.replace("'1.4.0' }", `'1.5.0', digest: ${digestOf('a')} }`).replace('false', 'true'),
    );
    expect(stdout).toBe(`shop web: ${WEB}:1.4.0 → ${WEB}:1.5.0@${digestOf('a')}
shop flag newCart: false → true
note: shop image old: only prod has it, and it stays there.
${STAYS}prod › shop
  ~ ConfigMap game-2048/config
      data.cart: "false" → "true"  (changes nothing that exists)
      data.web: "${WEB}:1.4.0" → "${WEB}:1.5.0@${digestOf('a')}"  (changes nothing that exists)
    later: no Pod restarts: variables keep their values, and files in volumes follow within minutes, unless mounted by subPath.
${PROD}: written; \`synth\` renders it into dist/
`);
  });

  it('takes all apps, but for those that the other environment leaves out', () => {
    project.write(
      'apps/cart.ts',
      shopOf('cart')
        .replace("local: 'nothing on a laptop'", "prod: 'on trial'")
        .replaceAll('game-2048', 'carts')
        .replaceAll("owner: 'games'", "owner: 'platform'"),
    );
    project.write(STAGING, `${NEWER}${NEWER.slice(NEWER.indexOf('  shop:')).replace('shop:', 'cart:')}`);
    expect(project.run('synth', '--no-typecheck', '--env', 'staging').code).toBe(0);
    const { code, stdout } = promote('--all', '--dry-run');
    expect([code, stdout.split('\n').slice(0, 3)]).toEqual([
      0,
      [
        `shop web: ${WEB}:1.4.0 → ${WEB}:1.5.0@${digestOf('a')}`,
        'shop flag newCart: false → true',
        'note: cart is not promoted: prod leaves it out: on trial.',
      ],
    ]);
    expect(project.read(PROD)).toBe(SHOP_RELEASE);
    expect(promote('cart').stderr).toBe(
      'error ARGUMENTS: cart is left out of prod: on trial.\nfix: name environments in which the app runs.\n',
    );
  });

  it('refuses what is not in dist/ of the environment where it is said to run', () => {
    project.edit(STAGING, '2026.11.1', '2026.12.1');
    expect(promote('shop')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error DIFFERENCES: shop is not in dist/ of staging as its source and its release say (dist/staging/shop/game-2048/configmap_config.yaml): what would be promoted never ran there.\n' +
        'fix: run `cdk8s-eks synth --env staging`, merge it, see it run, and promote then.\n',
    });
    expect(project.read(PROD)).toBe(SHOP_RELEASE);
  });

  it('refuses an older version, and an image without a digest, where production wants one', () => {
    project.write(STAGING, SHOP_RELEASE.replace('1.4.0', '1.3.0').replace('2026.11.1', '2026.12.1'));
    expect(project.run('synth', '--no-typecheck', '--env', 'staging').code).toBe(0);
    const why = 'names no digest: everyone who can push the tag could change production without a commit.';
    const fix = (image: string) =>
      `fix: release it in staging with its digest first: cdk8s-eks bump shop ${image}@sha256:… --env staging.\n`;
    expect(promote('shop').stderr).toBe(
      `error ARGUMENTS: shop web: prod is of tier production, and ${WEB}:1.3.0 ${why}\n${fix(`web=${WEB}:1.3.0`)}
error ARGUMENTS: shop web: 1.3.0 is older than 1.4.0, which prod runs: a job that came late would take back a newer release.
fix: name a newer version, or say --allow-older where going back is what you want.

error ARGUMENTS: shop api: prod is of tier production, and ghcr.io/example/api:2026.12.1 ${why}
${fix('api=ghcr.io/example/api:2026.12.1')}`,
    );
    expect(project.read(PROD)).toBe(SHOP_RELEASE);
  });

  it('knows what makes no sense', () => {
    const run = (...args: readonly string[]) => project.run('promote', ...args, '--no-typecheck').stderr;
    expect(run('--from', 'prod', '--to', 'prod')).toBe(
      'error ARGUMENTS: --from and --to are both prod.\nfix: name two environments.\n\n' +
        'error ARGUMENTS: no app is named.\nfix: name the apps to promote, or say --all.\n',
    );
    expect(run('shop', '--all', '--from', 'staging', '--to', 'prod')).toBe(
      'error ARGUMENTS: --all takes every app, and apps are named too.\nfix: leave out one of the two.\n',
    );
    expect(run('shop', '--from', 'stagin', '--to', 'prd')).toBe(
      'error ARGUMENTS: there is no environment "stagin" under environments/. Did you mean "staging"?\n\n' +
        'error ARGUMENTS: there is no environment "prd" under environments/. Did you mean "prod"?\n',
    );
    expect(run('--all', '--from', 'local', '--to', 'prod')).toBe(
      'error ARGUMENTS: environments/local/release.yaml releases nothing.\nfix: name an environment that does.\n',
    );
  });
});
