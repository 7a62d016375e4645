import { TestProject } from '../support/project';

const VALUE = 'EXAMPLE-VALUE';

const app = (charts: string) => `import { ApiObject } from 'cdk8s';
import { AppNamespace, defineApp } from 'cdk8s-eks';
const secret = (scope, stringData, annotations) =>
  new ApiObject(scope, 'x', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', annotations }, stringData });
export default defineApp({ name: 'shop', owner: 'games', namespace: 'game-2048', charts(scope) {
  new AppNamespace(scope, 'namespace', { name: 'game-2048' });
  ${charts}
} });
`;

let project: TestProject;
beforeAll(() => {
  project = new TestProject();
});
afterAll(() => project.remove());

const said = ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr;

it('5.1 a number of a Secret that no file can hold is not printed', () => {
  project.write('apps/shop.ts', app('secret(scope, { a: 99999999999999999999999n });'));
  const ran = project.run('synth', '--env', 'dev', '--no-typecheck', '--verbose');
  expect([ran.code, said(ran)]).toEqual([
    2,
    expect.stringContaining('stringData.a is (hidden), which Go reads as a float'),
  ]);
  expect(said(ran)).not.toContain('99999999999999999999999');
});

it('5.1 a rule that quotes what a Secret holds too does not print it', () => {
  const pod = `new ApiObject(scope, 'p', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: {
    containers: [{ name: 'a', image: 'a', imagePullPolicy: '${VALUE}', env: [{ name: 'A', value: '${VALUE}', x: 1 }] }] } });`;
  project.write('apps/shop.ts', app(`secret(scope, { a: '${VALUE}' }); ${pod}`));
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const ran = project.run('check', '--env', 'dev', '--no-typecheck', '--format', format);
    expect([ran.code, said(ran).includes('(hidden)'), said(ran).includes(VALUE)]).toEqual([1, true, false]);
  }
});

it('5.1 a difference in a Secret is told without its values', () => {
  project.write('apps/shop.ts', app(`secret(scope, { a: '${VALUE}' });`));
  project.write(
    'dist/dev/shop/game-2048/secret_a.yaml',
    `# Rendered by cdk8s-eks from apps/shop.ts; do not edit.\napiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: game-2048}\nstringData: {a: an older one}\n`,
  );
  for (const format of ['text', 'json', 'markdown']) {
    const ran = project.run('diff', '--env', 'dev', '--no-typecheck', '--format', format);
    expect([ran.code, ran.stdout.includes('(hidden)')]).toEqual([1, true]);
    for (const value of [VALUE, 'an older one']) expect(said(ran)).not.toContain(value);
  }
});

it('5.2 a Secret without data, but with a copy of what kubectl applied, is refused and not printed', () => {
  const copy = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', stringData: { a: VALUE } });
  const annotations = JSON.stringify({ 'kubectl.kubernetes.io/last-applied-configuration': copy });
  project.write('apps/shop.ts', app(`secret(scope, undefined, ${annotations});`));
  const ran = project.run('synth', '--env', 'dev', '--no-typecheck');
  expect([ran.code, ran.stdout]).toEqual([
    1,
    expect.stringContaining('error policy/ban-secret-data: Secret game-2048/a: '),
  ]);
  expect(said(ran)).not.toContain(VALUE);
});
