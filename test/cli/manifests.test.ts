import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const ACCOUNT = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: parcel }\n';
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: parcel }\nspec:\n  serviceAccountName: parcel\n  containers: [{ name: parcel, image: registry.example.com/parcel:1 }]\n';
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: parcel
  namespace: game-2048
  annotations: { alb.ingress.kubernetes.io/target-type: ip, alb.ingress.kubernetes.io/healthcheck-path: / }
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: web, port: { number: 80 } } }
`;

describe('check --manifests', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
  });
  afterAll(() => project.remove());
  const rules = (text: string, ...args: readonly string[]) => {
    project.write('manifests/a.yaml', text);
    const ran = project.run('check', '--manifests', 'manifests', '--env', 'prod', '--format', 'json', ...args);
    const { findings } = JSON.parse(ran.stdout) as { findings: { rule: string; object: { namespace?: string } }[] };
    return findings
      .map(({ rule, object }) => `${rule} ${object.namespace}`)
      .filter((said) => !said.startsWith('policy/'));
  };

  it('7.1 objects without a namespace are in `default`, or where --namespace says', () => {
    expect(rules(`${ACCOUNT}---\n${POD}`)).toEqual([]);
    expect(rules(POD)).toEqual(['k8s/no-missing-service-account default']);
    expect(rules(POD, '--namespace', 'kube-system')).toEqual(['k8s/no-missing-service-account kube-system']);
  });

  it('7.1 --namespace is a name that a Namespace can have', () => {
    const ran = project.run('check', '--manifests', 'manifests', '--env', 'prod', '--namespace', 'A_b');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      'error ARGUMENTS: --namespace is "A_b", and no Namespace can be called that: only lower-case letters, digits and inner hyphens fit.\nfix: name the Namespace that the objects are applied to.\n',
    ]);
  });

  it('7.3 what the apps of the environment have on the cluster is there, and --alone leaves it out', () => {
    expect(rules(INGRESS)).toEqual([]);
    expect(rules(INGRESS, '--alone')).toEqual([
      'k8s/no-missing-namespace game-2048',
      'k8s/no-missing-ingress-backend game-2048',
      'k8s/no-missing-class game-2048',
    ]);
  });

  it.each([
    [
      ['--namespace', 'shop', '--alone'],
      '--namespace and --alone would do nothing: what is judged is the apps.\nfix: add --manifests DIR, or leave out --namespace and --alone.',
    ],
    [
      [
        '--manifests',
        'manifests',
        '--env',
        'prod',
        '--app',
        'shop',
        '--jobs',
        '2',
        '--sandbox',
        '--verify-determinism',
      ],
      '--app and --jobs and --sandbox and --verify-determinism would do nothing: what is judged is a folder (--manifests), of which no app is run.\nfix: leave out --app and --jobs and --sandbox and --verify-determinism, or --manifests.',
    ],
  ])('7.1 options that would do nothing are refused: %j', (args, said) => {
    expect(project.run('check', ...args)).toEqual({ code: 2, stdout: '', stderr: `error ARGUMENTS: ${said}\n` });
  });

  it('6.3 one file that cannot be read is a finding, and the rest is judged', () => {
    project.write('manifests/b.yaml', 'kind: [\n');
    expect(rules(POD)).toEqual(['k8s/valid-file undefined', 'k8s/no-missing-service-account default']);
    const ran = project.run('check', '--manifests', 'manifests', '--env', 'prod');
    expect([ran.code, ran.stdout.split('\n').find((line) => line.startsWith('2 objects'))]).toEqual([
      1,
      '2 objects: 0 valid, 0 excused, 2 invalid; 1 warning, 0 unknown',
    ]);
    project.delete('manifests/b.yaml');
  });

  it('7.6 the same identity twice is a finding like any other, and the rest is judged', () => {
    expect(rules(`${ACCOUNT}---\n${ACCOUNT}---\n${POD.replace('image:', 'imgae:')}`)).toEqual([
      'k8s/valid-schema default',
      'k8s/valid-schema default',
      'k8s/unique-object default',
    ]);
  });

  it('7.2 a namespace that is made elsewhere is unknown, which fails under --strict', () => {
    project.write('manifests/a.yaml', ACCOUNT);
    const judge = (...args: readonly string[]) =>
      project.run('check', '--manifests', 'manifests', '--env', 'prod', '--namespace', 'depot', ...args);
    expect([judge().code, judge('--strict').code]).toEqual([0, 1]);
    expect(
      judge()
        .stdout.split('\n')
        .filter((line) => /^(error|unknown|\d)/.test(line)),
    ).toEqual([
      'unknown k8s/no-missing-namespace: ServiceAccount depot/parcel: nothing says whether its namespace "depot" exists. Where it does not, the sync fails with "namespaces not found", at every retry, until the namespace is there.',
      '1 object: 1 valid, 0 excused, 0 invalid; 0 warnings, 1 unknown',
    ]);
  });

  it.each([
    [
      ['check', '--manifests', '', '--env', 'prod'],
      '--manifests names nothing, which may be a variable that is not set.\nfix: give it a value, or leave --manifests out.',
    ],
    [
      ['check', '--manifests', 'a', '-m', 'b', '--env', 'prod'],
      '--manifests is given twice, as "a" and as "b", and it takes one value.\nfix: give it once; for the other value, run the command again.',
    ],
    [
      ['synth', '--out', ' '],
      '--out names nothing, which may be a variable that is not set.\nfix: give it a value, or leave --out out.',
    ],
    [
      ['diff', '--base', 'main', '--base', 'v1'],
      '--base is given twice, as "main" and as "v1", and it takes one value.\nfix: give it once; for the other value, run the command again.',
    ],
  ])('1.6 an option that is empty or given twice is refused: %j', (args, said) => {
    expect(project.run(...args)).toEqual({ code: 2, stdout: '', stderr: `error ARGUMENTS: ${said}\n` });
  });

  it('7.3 says so where no output tells what the apps have', () => {
    project.write('manifests/a.yaml', ACCOUNT);
    const judge = (...args: readonly string[]) => {
      const ran = project.run('check', '--manifests', 'manifests', '--env', 'prod', ...args);
      return [ran.code, ran.stderr];
    };
    const kept = Object.keys(project.files('dist/prod')).map((path) => [path, project.read(path)] as const);
    project.delete('dist/prod');
    expect(judge()).toEqual([
      0,
      'note: there is no output of prod, so what its apps have on the cluster is not known; run synth before, or say --alone.\n',
    ]);
    expect(judge('--alone')).toEqual([0, '']);
    for (const [path, text] of kept) project.write(path, text);
    expect(judge()).toEqual([0, '']);
  });

  it('7.3 what the apps have is not judged again, and not counted', () => {
    project.write('manifests/a.yaml', ACCOUNT);
    const ran = project.run('check', '--manifests', 'manifests', '--env', 'prod');
    expect(ran.stdout).toBe('1 object: 1 valid, 0 excused, 0 invalid; 0 warnings, 0 unknown\n');
  });

  it('1.7 apps are judged as another version, and an unknown one is refused with the list', () => {
    const checked = (version: string) => project.run('check', '--no-typecheck', '--kubernetes-version', version);
    expect(checked('9.99')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error ARGUMENTS: there is no schema for Kubernetes "9.99"; known are 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37.\nfix: give --kubernetes-version one of them, or `next`.\n',
    });
  });

  it('1.7 tells only what changes with the version, and says so where nothing does', () => {
    const checked = (...args: readonly string[]) => project.run('check', '--no-typecheck', '--env', 'prod', ...args);
    project.write(
      'apps/old.ts',
      `import { defineApp } from 'cdk8s-eks';\nimport { ApiObject } from 'cdk8s';\nexport default defineApp({ name: 'old', owner: 'platform', charts(scope) {\n  const spec = { priorityLevelConfiguration: { name: 'x' } };\n  for (const name of ['a', 'b'])\n    new ApiObject(scope, name, { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', kind: 'FlowSchema', metadata: { name }, spec });\n} });\n`,
    );
    const settings = project.read('environments/prod/environment.yaml');
    project.write(
      'environments/prod/environment.yaml',
      settings.replace(/kubernetesVersion: .*/, 'kubernetesVersion: "1.31"'),
    );
    try {
      const ran = checked('--kubernetes-version', 'next');
      const stay =
        '1 warning policy/require-image-digest, 2 error policy/valid-owner-kind; check without a version lists them';
      expect([ran.code, ran.stdout]).toEqual([
        1,
        `error k8s/ban-removed-api: FlowSchema a: it uses flowcontrol.apiserver.k8s.io/v1beta3, which Kubernetes 1.32 does not serve (1.28 to 1.31 do). The sync fails with "no matches for kind".
  at prod › old › FlowSchema a › apiVersion — from old/a
  in apps/old.ts:6:5
  also at prod › old › FlowSchema b › apiVersion — from old/b in apps/old.ts:6:5
  fix: use apiVersion flowcontrol.apiserver.k8s.io/v1.
  see: https://kubernetes.io/docs/reference/using-api/deprecation-guide/

as Kubernetes 1.32: prod (runs 1.31)
2 findings would come, about 2 in prod of 17 objects: 2 error k8s/ban-removed-api
3 findings of today would stay: ${stay}
`,
      ]);
      const same = checked('--kubernetes-version', '1.30');
      expect([same.code, same.stdout]).toEqual([
        1,
        `as Kubernetes 1.30: prod (runs 1.31)\nnothing changes: 17 objects judged\n3 findings of today would stay: ${stay}\n`,
      ]);
      const report = checked('--kubernetes-version', 'next', '--format', 'json');
      const { findings, rehearsal } = JSON.parse(report.stdout);
      const rules = (some: readonly { rule: string }[]) => some.map(({ rule }) => rule);
      expect([rehearsal.raised, rules(rehearsal.gone), rules(rehearsal.kept), rules(findings)]).toEqual([
        [{ environment: 'prod', own: '1.31', other: '1.32' }],
        [],
        ['policy/require-image-digest', 'policy/valid-owner-kind', 'policy/valid-owner-kind'],
        ['k8s/ban-removed-api', 'k8s/ban-removed-api'],
      ]);
      const lines = checked('--kubernetes-version', '1.30', '--format', 'github').stdout.split('\n');
      expect(lines.map((line) => line.split(',')[0])).toEqual([
        '::error file=apps/old.ts',
        '::error file=apps/old.ts',
        '',
      ]);
    } finally {
      project.delete('apps/old.ts');
      project.write('environments/prod/environment.yaml', settings);
    }
  });

  it('1.7 `next` is one minor version above each environment’s own', () => {
    expect(project.run('check', '--no-typecheck', '--kubernetes-version', 'next').code).toBe(0);
  });
});
