import { join } from 'node:path';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

describe('--referee apiserver that cannot be asked', () => {
  let project: TestProject;
  const path = process.env['PATH'];
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => {
    process.env['PATH'] = path;
    project.remove();
  });
  const synth = (...flags: readonly string[]) =>
    project.run('synth', '--no-typecheck', '--referee', 'apiserver', ...flags);

  it('wants one cluster and one environment, before anything is rendered', () => {
    expect(synth()).toEqual({
      code: 2,
      stdout: '',
      stderr: `error ARGUMENTS: --referee apiserver judges with a cluster, and none is named.
fix: add --kubeconfig FILE (and --context NAME).

error ARGUMENTS: --referee apiserver asks one cluster about one environment; selected are: dev, local, prod, staging.
fix: add --env with one of them.
`,
    });
  });

  it('wants a kubeconfig that is there', () => {
    const file = join(project.root, 'nowhere');
    expect(synth('--env', 'prod', '--kubeconfig', file)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error ARGUMENTS: --kubeconfig ${file}: there is no such file.\nfix: name the file that \`kubectl --kubeconfig FILE version\` answers with.\n`,
    });
  });

  it('ends with exit 4 where there is no kubectl, and writes nothing', () => {
    project.write('kubeconfig', 'apiVersion: v1\nkind: Config\n');
    process.env['PATH'] = project.root;
    expect(synth('--env', 'prod', '--kubeconfig', join(project.root, 'kubeconfig'))).toEqual({
      code: 4,
      stdout: '',
      stderr:
        'error REFEREE: there is no kubectl on PATH, which opens the cluster of a kubeconfig.\nfix: install kubectl.\n',
    });
    expect(() => project.files()).toThrow();
  });
});
