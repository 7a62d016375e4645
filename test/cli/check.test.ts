import { ODD_NAMES } from '../support/odd-names';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const WRONG = `---
# Nothing here.
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: kube-system }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
---
apiVersion: v1
kind: Secret
metadata: { name: db, namespace: kube-system }
stringData: { password: x }
`;

describe('check', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    project.write('manifests/a.yaml', WRONG);
  });
  afterEach(() => project.remove());
  const check = (...args: readonly string[]) => project.run('check', ...args);

  it('reads names that every object of JavaScript has as any others', () => {
    project.write('manifests/a.yaml', ODD_NAMES);
    const ran = check('--manifests', 'manifests', '--env', 'prod');
    expect([ran.code, ran.stderr]).toEqual([1, expect.not.stringContaining('DEFECT')]);
    expect(ran.stdout).toContain(
      'k8s/valid-name: Deployment shop/constructor: the server refuses the label __proto__=b.',
    );
  });

  it('judges any folder of YAML as one environment gets it, with the place in the YAML', () => {
    const ran = check('--manifests', 'manifests', '--env', 'prod');
    expect(ran.code).toBe(1);
    expect(
      ran.stdout,
    ).toBe(`error policy/ban-secret-data: Secret kube-system/db: it holds data (password), and what is rendered is committed to Git, where every reader sees it.
  at prod › Secret kube-system/db › stringData
  in manifests/a.yaml:11:1
  fix: render an ExternalSecret, or declare the Secret under \`external\` and create it by other means.
  see: https://kubernetes.io/docs/concepts/security/secrets-good-practices/

error k8s/no-missing-service-target: Service kube-system/web: it selects app=web, which no Pod of namespace kube-system carries. It has no endpoints; callers are refused, and a load balancer answers 503.
  at prod › Service kube-system/web › spec.selector
  in manifests/a.yaml:4:1
  fix: select the labels of a workload; the namespace renders none.
  see: https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
2 objects: 0 valid, 0 excused, 2 invalid; 0 warnings, 0 unknown
`);
  });

  it('1.2 says so where the selected app is skipped, so that nothing is judged', () => {
    const ran = check('--env', 'local', '--app', 'ingress');
    expect([ran.code, ran.stdout.split(':')[0], ran.stderr]).toEqual([
      0,
      '0 objects',
      'note: nothing of local › ingress is judged: a laptop’s cluster has a class of its own\n',
    ]);
    expect(check('--env', 'local', '--app', 'shop').stderr).toBe('');
  });

  it('8.4 says what can be named where there is no such folder', () =>
    expect(check('--manifests', '-', '--env', 'dev').stderr).toBe(
      'error MANIFESTS: there is no folder or file -.\nfix: name one by its path from the project’s root; patterns are the shell’s, and standard input is not read.\n',
    ));

  it('wants one environment for a folder, and YAML that every reader takes the same way', () => {
    expect(check('--manifests', 'manifests').stderr).toBe(
      'error ARGUMENTS: --manifests judges a folder as one environment gets it; the environments are: dev, local, prod, staging.\nfix: add --env with one of them.\n',
    );
    project.write('manifests/b.yaml', 'kind: A\nkind: B\n');
    project.write('manifests/c.yaml', 'metadata: "a\n');
    const all = check('--manifests', 'manifests', '--env', 'prod');
    expect([all.code, all.stdout.match(/^ {2}in manifests\/[bc]\.yaml:\d+:\d+$/gm)?.length]).toEqual([1, 2]);
    project.delete('manifests/a.yaml');
    const ran = check('--manifests', 'manifests', '--env', 'prod');
    expect([ran.code, ran.stderr.match(/^error MANIFESTS: manifests\/[bc]\.yaml:\d+:\d+: /gm)?.length]).toEqual([2, 2]);
    for (const name of ['b', 'c']) project.delete(`manifests/${name}.yaml`);
  });

  it('judges against another version before an upgrade', () => {
    project.write(
      'manifests/a.yaml',
      'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: { name: a }\nspec: { priorityLevelConfiguration: { name: x } }\n',
    );
    expect(check('--manifests', 'manifests', '--env', 'prod', '--kubernetes-version', '1.31').code).toBe(0);
    expect(check('--manifests', 'manifests', '--env', 'prod', '--kubernetes-version', '1.32').code).toBe(1);
  });

  it('speaks SARIF and GitHub', () => {
    const sarif = JSON.parse(check('--manifests', 'manifests', '--env', 'prod', '--format', 'sarif').stdout);
    expect(sarif.runs[0].results.map((one: { ruleId: string }) => one.ruleId)).toEqual([
      'policy/ban-secret-data',
      'k8s/no-missing-service-target',
    ]);
    const lines = check('--manifests', 'manifests', '--env', 'prod', '--format', 'github').stdout.split('\n');
    expect(lines.map((line) => line.slice(0, 42))).toEqual([
      '::error file=manifests/a.yaml,line=11,col=',
      '::error file=manifests/a.yaml,line=4,col=1',
      '',
    ]);
  });

  it('fails on warnings under --strict, and shows the reason of a silence', () => {
    expect(check('--env', 'prod').code).toBe(0);
    expect(check('--env', 'prod', '--strict').code).toBe(1);
    project.edit('apps/shop.ts', 'import { AlbIngress,', 'import { silence, AlbIngress,');
    project.edit(
      'apps/shop.ts',
      '    new AppNamespace',
      "    silence(web, 'policy/require-image-digest', 'the registry has no digests yet');\n    new AppNamespace",
    );
    const ran = check('--env', 'prod', '--strict');
    expect(ran.code).toBe(0);
    expect(ran.stdout.split('\n')).toContain('  silenced: the registry has no digests yet');
  });
});
