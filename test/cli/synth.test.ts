import { INGRESS_CLASS, SHOP, TestProject, withoutTime } from '../support/project';

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
});
afterEach(() => project.remove());

describe('synth', () => {
  it('renders an app of under 30 lines in all environments', () => {
    expect(SHOP.split('\n').length).toBeLessThan(30);
    const ran = project.run('synth');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const files = Object.keys(project.files()).filter((path) => path.includes('/shop/'));
    expect([...new Set(files.map((path) => path.split('/')[1]))]).toEqual(['dev', 'local', 'prod', 'staging']);
    expect(files.filter((path) => path.startsWith('dist/prod/'))).toEqual([
      'dist/prod/shop/_cluster/namespace_game-2048.yaml',
      'dist/prod/shop/game-2048/deployment_web.yaml',
      'dist/prod/shop/game-2048/ingress_web.yaml',
      'dist/prod/shop/game-2048/poddisruptionbudget_web.yaml',
      'dist/prod/shop/game-2048/service_web.yaml',
      'dist/prod/shop/game-2048/serviceaccount_web.yaml',
    ]);
    expect(project.read('dist/prod/shop/game-2048/service_web.yaml')).toBe(
      `# Rendered by cdk8s-eks from apps/shop.ts; do not edit.
apiVersion: v1
kind: Service
metadata:
  labels:
    app.kubernetes.io/managed-by: cdk8s-eks
    app.kubernetes.io/name: web
    app.kubernetes.io/part-of: shop
  name: web
  namespace: game-2048
spec:
  ports:
    - name: http
      port: 80
      targetPort: http
  selector:
    app.kubernetes.io/name: web
    app.kubernetes.io/part-of: shop
`,
    );
  });

  it('says what it did in one line, and nothing new the second time', () => {
    project.run('synth');
    const before = project.files();
    const again = project.run('synth');
    expect(withoutTime(again.stdout.split('\n').slice(-2).join('\n'))).toBe(
      '46 objects: 46 valid, 0 excused, 0 invalid; 1 warning, 0 unknown; 0 written, 49 unchanged, 0 removed, 4 environments, <time>\n',
    );
    expect(project.files()).toEqual(before);
  });

  it('changes one environment when one value of it changes', () => {
    project.run('synth');
    const before = project.files();
    project.edit('environments/prod/environment.yaml', 'minReplicas: 2', 'minReplicas: 3');
    expect(project.run('synth', '--check').code).toBe(1);
    expect(project.files()).toEqual(before);
    expect(project.run('synth').code).toBe(0);
    const after = project.files();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(['dist/prod/shop/game-2048/deployment_web.yaml']);
    expect(project.run('synth', '--check').code).toBe(0);
  });

  it('removes stale files of its own, keeps files of others, and names those under --check', () => {
    project.run('synth');
    project.write('dist/prod/shop/game-2048/notes.yaml', 'mine: true\n');
    project.edit(
      'apps/shop.ts',
      "    new AlbIngress(scope, 'ingress', { name: 'web', host: 'shop', scheme: 'internal', backend: web });\n",
      '    void web;\n',
    );
    const [ingress, ...others] = ['prod', 'dev', 'staging', 'local'].map(
      (name) => `${name}/shop/game-2048/ingress_web`,
    );
    expect(project.run('synth', '--allow-delete', ...others).stderr).toBe(
      `error DELETION: ${ingress}.yaml would be deleted from the cluster, and with it the routes that clients reach it by, and its load balancer unless others share it.\nfix: if that is meant: --allow-delete ${ingress}\n`,
    );
    const ran = project.run('synth', '--allow-delete', ingress ?? '', ...others);
    expect(ran.code).toBe(0);
    const files = Object.keys(project.files());
    expect(files).not.toContain(`dist/${ingress}.yaml`);
    expect(files).toContain('dist/prod/shop/game-2048/notes.yaml');
    const checked = project.run('synth', '--check');
    expect(checked.code).toBe(1);
    expect(checked.stdout.split('\n')).toContain(
      'not made by this tool, left as it is: prod/shop/game-2048/notes.yaml',
    );
  });

  it('writes one app and its Application only, with the findings of a full run', () => {
    project.run('synth');
    const before = project.files();
    project.edit('apps/shop.ts', 'port: 9898', 'port: 9899');
    project.edit('apps/ingress.ts', "'alb')", "'alb', { isDefault: true })");
    const ran = project.run('synth', '--app', 'shop', '--env', 'dev');
    expect(ran.code).toBe(0);
    const after = project.files();
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([
      'dist/dev/shop/game-2048/deployment_web.yaml',
    ]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('selects environments by tier', () => {
    project.run('synth', '--tier', 'production');
    expect([...new Set(Object.keys(project.files()).map((path) => path.split('/')[1]))]).toEqual([
      '_bootstrap',
      'prod',
    ]);
  });

  it('lists an app that is left out of an environment, with the reason', () => {
    project.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { local: 'no such game on a laptop' },");
    const ran = project.run('synth');
    expect(ran.code).toBe(0);
    expect(ran.stdout.split('\n')).toContain('skipped local › shop: no such game on a laptop');
    expect(Object.keys(project.files()).some((path) => path.startsWith('dist/local/'))).toBe(false);
  });

  it('answers as JSON with findings, summary and files', () => {
    const ran = project.run('synth', '--format', 'json', '--env', 'prod');
    const report = JSON.parse(ran.stdout);
    expect(Object.keys(report)).toEqual([
      'formatVersion',
      'command',
      'environments',
      'findings',
      'problems',
      'summary',
      'files',
      'foreign',
      'notes',
      'skipped',
      'pins',
    ]);
    expect(report.summary).toEqual({ objects: 14, valid: 14, excused: 0, invalid: 0, unknown: 0, suppressed: 0 });
    expect(report.findings[0].source).toEqual({ file: 'apps/shop.ts', line: 8, column: 17 });
  });

  it('stops where there is no project', () =>
    expect(project.run('--project', '/nowhere/at/all', 'synth')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error ARGUMENTS: there is no folder /nowhere/at/all.\nfix: name the root of the project.\n',
    }));

  it('keeps what apps print out of the result', () => {
    project.edit('apps/shop.ts', '    const web', "    console.log('made by an app');\n    const web");
    for (const jobs of ['1', '4']) {
      const ran = project.run('synth', '--format', 'json', '--jobs', jobs);
      expect([ran.code, ran.stderr]).toEqual([0, 'made by an app\n'.repeat(4)]);
      expect(JSON.parse(ran.stdout).command).toBe('synth');
    }
  });

  it('takes --verbose and --quiet behind the command too, as npm run passes them', () => {
    expect(project.run('synth', '--verbose').stderr).toMatch(/^rendering: \d/m);
    expect(project.run('synth', '-q', '--watch', '--check').stderr).toContain('error ARGUMENTS: ');
  });

  it('stops where nothing is selected', () => {
    const ran = project.run('synth', '--check', '--env', 'prod', '--tier', 'staging');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      'error ARGUMENTS: no environment is selected: none of prod is of tier staging.\nfix: use a tier that environments have: development, production, staging.\n',
    ]);
  });

  it('names files of others also as JSON, and says what to do with them', () => {
    project.run('synth', '--env', 'prod');
    project.write('dist/prod/shop/notes.txt', 'mine');
    const checked = project.run('synth', '--check', '--env', 'prod', '--format', 'json');
    expect([checked.code, JSON.parse(checked.stdout).foreign]).toEqual([1, ['prod/shop/notes.txt']]);
    expect(project.run('synth', '--check', '--env', 'prod').stdout).toContain(
      '1 file not made by this tool: move it away',
    );
  });

  it('stops at unknown flags and names with a guess', () => {
    expect(project.run('synth', '--enviroment', 'prod')).toEqual({
      code: 2,
      stdout: '',
      stderr: "error ARGUMENTS: unknown option '--enviroment'.\nfix: see `cdk8s-eks synth --help`.\n",
    });
    expect(project.run('synt')).toEqual({
      code: 2,
      stdout: '',
      stderr: "error ARGUMENTS: unknown command 'synt'. Did you mean synth?\nfix: see `cdk8s-eks --help`.\n",
    });
    expect(project.run('synth', '--env', 'prd')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error ARGUMENTS: there is no environment "prd" under environments/. Did you mean "prod"?\n',
    });
    expect(project.run('synth', '--app', 'shp').stderr).toBe(
      'error ARGUMENTS: there is no app "shp" under apps/. Did you mean "shop"?\n',
    );
  });

  it('shows in diff what an edit changes, field by field', () => {
    project.run('synth');
    project.edit('environments/prod/environment.yaml', 'minReplicas: 2', 'minReplicas: 3');
    const ran = project.run('diff');
    expect(ran).toEqual({
      code: 1,
      stdout: `prod › shop
  ~ Deployment game-2048/web
      spec.replicas: 2 → 3  (changes the number of Pods)
    scale: Pods are added or removed, and the others run on.
prod › shop: where its Pods run
  Deployment game-2048/web: 2 Pods → 3 Pods; 21 USD a month → 31 USD a month
`,
      stderr: '',
    });
    expect(project.run('diff', '--fail-on', 'refused,data').code).toBe(0);
    expect(project.run('diff', '--fail-on', 'data, scale')).toMatchObject({
      code: 1,
      stderr: '--fail-on scale: 1 change: changes the number of Pods\n',
    });
    expect(project.run('diff', '--fail-on', 'refusd').stderr).toContain(
      'error ARGUMENTS: --fail-on refusd: there is no such class of changes. Did you mean "refused"?\n',
    );
    expect(project.run('diff', '--live', '--env', 'prod')).toMatchObject({
      code: 2,
      stderr: 'error ARGUMENTS: --live compares with a cluster, and none is named.\nfix: add --kubeconfig FILE.\n',
    });
    const page = project.run('diff', '--format', 'html').stdout;
    expect(page).toContain('<!doctype html>');
    expect(page).toContain(
      '<h2>Where Pods run</h2><pre>prod › shop: where its Pods run\n  Deployment game-2048/web: 2 Pods',
    );
  });
});
