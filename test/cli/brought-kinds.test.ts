import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestProject } from '../support/project';

const app = (name: string, objects: string) =>
  `import { ApiObject } from 'cdk8s';\nimport { defineApp } from 'cdk8s-eks';\nexport default defineApp({ name: '${name}', owner: 'platform', namespace: 'ui', skip: { local: 'x', dev: 'x', staging: 'x' }, charts(scope) {\n${objects}\n} });\n`;
const DEFINITION = `  new ApiObject(scope, 'crd', { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'widgets.example.com' }, spec: {
    group: 'example.com', scope: 'Cluster', names: { kind: 'Widget', plural: 'widgets' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } } } } }],
  } });\n  new ApiObject(scope, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ui' } });`;
const WIDGET = `  new ApiObject(scope, 'widget', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, spec: { size: 1 } });`;

describe('kinds that apps bring with them', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'operator.ts': app('operator', DEFINITION), 'widgets.ts': app('widgets', WIDGET) });
    project.edit(
      'environments/defaults.yaml',
      'clusterKinds:\n      - Namespace\n',
      'clusterKinds:\n      - Namespace\n      - CustomResourceDefinition\n      - Widget.example.com\n',
    );
  });
  afterAll(() => project.remove());

  it('7.5 have the scope and the schema of their definition, in a full run and in a part', () => {
    const ran = project.run('synth', '--no-typecheck', '--env', 'prod', '--verify-determinism');
    expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining('error')]);
    const written = join(project.root, 'dist/prod/widgets/_cluster/widget.example.com_a.yaml');
    expect(readFileSync(written, 'utf8')).toBe(
      '# Rendered by cdk8s-eks from apps/widgets.ts; do not edit.\napiVersion: example.com/v1\nkind: Widget\nmetadata:\n  labels:\n    app.kubernetes.io/managed-by: cdk8s-eks\n    app.kubernetes.io/part-of: widgets\n  name: a\nspec:\n  size: 1\n',
    );
    const part = project.run('synth', '--no-typecheck', '--env', 'prod', '--app', 'widgets', '--check');
    expect([part.code, part.stderr]).toEqual([0, '']);
  });

  it('7.5 are judged by it', () => {
    project.edit('apps/widgets.ts', 'size: 1', "size: 'x'");
    for (const part of [[], ['--app', 'widgets']])
      expect(project.run('check', '--no-typecheck', '--env', 'prod', ...part).stdout.split('\n')[0]).toBe(
        'error k8s/valid-schema: Widget.example.com a: found the text "x" where a whole number is wanted, so the server refuses the object.',
      );
  });
});
