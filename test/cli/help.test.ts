import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TestProject } from '../support/project';

describe('the command line', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject();
  });
  afterAll(() => project.remove());

  it('8.6 says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(project.run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('8.6 shows examples and exit codes in its help', () => {
    const { code, stdout } = project.run('--help');
    expect([code, stdout.split('\nExamples:\n')[1]]).toEqual([
      0,
      `  cdk8s-eks init DIR --yes                    a project of your own, ready to render
  cdk8s-eks synth                             renders every app for every environment into dist/
  cdk8s-eks synth --check                     fails where dist/ is not what the source says
  cdk8s-eks diff --env prod --app shop        what a commit would change on the cluster
  cdk8s-eks check --manifests DIR --env prod  judges YAML from elsewhere

Exit codes:
  0  clean; warnings are listed
  1  an error finding, or dist/ differs; with --strict a warning or an unknown too
  2  the arguments or an input are wrong
  3  a mistake in cdk8s-eks
  4  the outside did not answer
`,
    ]);
  });
});
