import { join } from 'node:path';
import { comparedProject, plantIn } from '../support/compared';
import { git } from '../support/git';
import type { TestProject } from '../support/project';
import { digestOf, SHOP_RELEASE, shopOf } from '../support/released';

const PROD = 'environments/prod/release.yaml';
const STAGING = 'environments/staging/release.yaml';
const LEFT = 'left: neither settings nor a promotion explain it\n';
const CONFIG = 'shop\n  ~ ConfigMap game-2048/config\n';
const ASKS = '(the code asks which environment it is)';

describe('compare', () => {
  let project: TestProject;
  beforeEach(() => {
    project = comparedProject();
  });
  afterEach(() => project.remove());

  const compare = (...args: readonly string[]) => project.run('compare', ...args);
  const plant = (data: string) => plantIn(project, data);
  /** The groups but for that of the settings, and the last line. */
  const withoutSettings = (stdout: string) =>
    stdout
      .split('\n\n')
      .filter((part) => !part.startsWith('settings:'))
      .join('\n\n');

  it('explains what settings make, and finds nothing', () => {
    plant(
      "where: environment.name, tier: environment.tier, domain: 'shop.' + environment.domain, url: ['https://', '-1.example.com'].join(environment.name)",
    );
    const labels = ['audit', 'enforce', 'warn']
      .map(
        (mode) =>
          `      metadata.labels["pod-security.kubernetes.io/${mode}-version"]: "v1.34" → "v1.33"  (kubernetesVersion)\n`,
      )
      .join('');
    expect(compare('staging', 'prod')).toEqual({
      code: 0,
      stderr: '',
      stdout: `settings: they differ, and stay
${CONFIG}      data.domain: "shop.staging.example.com" → "shop.prod.example.com"  (domain)
      data.tier: "staging" → "production"  (tier)
      data.url: "https://staging-1.example.com" → "https://prod-1.example.com"  (name)
      data.where: "staging" → "prod"  (name)
  ~ Namespace game-2048
${labels}
staging → prod: 0 differences left, 7 by settings, 0 by a promotion
`,
    });
  });

  it('finds code that asks for the environment by its name, also where another reason covers it', () => {
    plant(
      "mode: environment.name === 'prod' ? 'fast' : 'slow', tier: environment.name === 'prod' ? environment.tier : 'staging'",
    );
    const { code, stdout, stderr } = compare('staging', 'prod');
    expect([code, stderr]).toEqual([1, '']);
    expect(withoutSettings(stdout)).toBe(`${LEFT}${CONFIG}      data.mode: "slow" → "fast"  ${ASKS}
      data.tier: "staging" → "production"  (the code asks which environment it is, tier)

staging → prod: 2 differences left, 3 by settings, 0 by a promotion
`);
  });

  it('finds objects that only one name has, and knows one that is named after its environment', () => {
    project.edit('apps/shop.ts', 'charts(scope)', 'charts(scope, environment)');
    project.edit(
      'apps/shop.ts',
      '    new k8s.',
      `    const config = (name: string, data: Record<string, string>) => new k8s.KubeConfigMap(scope, name, { metadata: { name, namespace: 'game-2048' }, data });
    config(\`\${environment.name}-own\`, { mode: environment.name === 'prod' ? 'fast' : 'slow', same: 'x' });
    if (environment.name === 'prod') config('only', { a: 'b' });
    new k8s.`,
    );
    const { code, stdout } = compare('staging', 'prod');
    expect(code).toBe(1);
    expect(withoutSettings(stdout)).toBe(`${LEFT}shop
  + ConfigMap game-2048/only  ${ASKS}
  ~ ConfigMap game-2048/prod-own
      data.mode: "slow" → "fast"  ${ASKS}

staging → prod: 2 differences left, 4 by settings, 0 by a promotion
`);
  });

  it('knows what a promotion would move, and what it would leave in a release that somebody edited', () => {
    project.edit(STAGING, "'1.4.0' }", `'1.5.0', digest: ${digestOf('a')} }`);
    project.edit(PROD, '2026.11.1', '2026.11.1-hotfix');
    project.edit(PROD, '{ newCart: false }', '{ newCart: false, byHand: true }');
    project.edit(
      'apps/shop.ts',
      'const data = {',
      "const data = { hand: String(Environment.of(scope).release.apps['shop']?.flags['byHand'] ?? ''),",
    );
    project.edit('apps/shop.ts', 'defineApp,', 'defineApp, Environment,');
    const { code, stdout } = compare('staging', 'prod');
    expect(code).toBe(1);
    expect(
      withoutSettings(stdout),
    ).toBe(`${LEFT}${CONFIG}      data.hand: "" → "true"  (only prod releases what it comes from, and a promotion leaves that)

promotion: it would go
${CONFIG}      data.api: "ghcr.io/example/api:2026.11.1" → "ghcr.io/example/api:2026.11.1-hotfix"  (release)
      data.web: "ghcr.io/example/web:1.5.0@${digestOf('a')}" → "ghcr.io/example/web:1.4.0"  (release)

staging → prod: 1 difference left, 3 by settings, 2 by a promotion
`);
    project.edit(PROD, ', byHand: true', '');
    expect(compare('staging', 'prod').code).toBe(0);
  });

  it('names settings that only work together', () => {
    plant("both: environment.domain.startsWith('prod') && environment.tier === 'production' ? 'yes' : 'no'");
    expect(compare('staging', 'prod').stdout).toMatch(/ data\.both: "no" → "yes" {2}\(domain, tier\)\n/);
    project.edit(
      'apps/shop.ts',
      "? 'yes'",
      "&& !(environment.domain.startsWith('staging') !== (environment.tier === 'staging')) ? 'yes'",
    );
    project.edit(
      'apps/shop.ts',
      'const data',
      "if (environment.domain.startsWith('staging') !== (environment.tier === 'staging')) throw new Error('both');\n    const data",
    );
    const { code, stdout } = compare('staging', 'prod');
    expect([code, stdout]).toEqual([0, expect.stringContaining(' data.both: "no" → "yes"  (domain, tier together)\n')]);
  });

  it('says what it cannot tell apart', () => {
    project.edit('apps/shop.ts', 'charts(scope)', 'charts(scope, environment)');
    project.edit(
      'apps/shop.ts',
      'const data',
      "if ((environment.name === 'prod') !== (environment.tier === 'production')) throw new Error('two halves');\n    const data",
    );
    const { code, stdout } = compare('staging', 'prod');
    expect([code, stdout]).toEqual([
      1,
      'unknown: shop cannot be compared: it does not render in staging with the settings of prod: two halves\n\nstaging → prod: 0 differences left, 0 by settings, 0 by a promotion, 1 app unknown\n',
    ]);
  });

  it('compares an environment as its pin has it', () => {
    const run = (...args: readonly string[]) =>
      project.runWith({ XDG_CACHE_HOME: join(project.root, '.cache') }, ...args);
    project.write('.gitignore', 'node_modules\n.cache\n');
    plant("step: 'first'");
    git(project.root, 'init', '--quiet', '--initial-branch=main');
    git(project.root, 'add', '--all');
    git(project.root, 'commit', '--quiet', '--message', 'first');
    expect(run('pin', 'prod', '--source', 'main', '--no-typecheck').code).toBe(0);
    project.edit('apps/shop.ts', "step: 'first'", "step: 'second'");
    const late = shopOf('late').replaceAll('game-2048', 'carts').replace("'games'", "'platform'");
    project.write('apps/late.ts', late);
    project.write(
      STAGING,
      `${SHOP_RELEASE}${SHOP_RELEASE.slice(SHOP_RELEASE.indexOf('  shop:')).replace('shop:', 'late:')}`,
    );
    const { code, stdout, stderr } = run('compare', 'staging', 'prod');
    expect([code, stderr]).toEqual([0, '']);
    expect(withoutSettings(stdout)).toBe(`pin: one of the two is held at another revision
${CONFIG}      data.step: "second" → "first"  (source)

note: late is not compared: the revision at which prod is held does not have it.

staging → prod: 0 differences left, 1 by the pin, 3 by settings, 0 by a promotion
`);
    project.edit('apps/shop.ts', "step: 'second'", "step: environment.name === 'prod' ? 'x' : 'second'");
    expect(run('compare', 'prod', 'staging').code).toBe(1);
  });
});
