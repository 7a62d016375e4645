import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TestProject } from '../support/project';

describe('init', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject();
  });
  afterAll(() => project.remove());

  it('says what it would write, and writes it with --yes', () => {
    const folder = join(project.root, 'new');
    const asked = project.run('init', 'new');
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect(asked.stdout).toMatch(
      /^init would write into .*\/new:\n( {2}\S+\n){16}nothing was written yet; the same command with --yes writes it\.\n$/,
    );
    expect(existsSync(folder)).toBe(false);
    const written = project.run('init', 'new', '--yes', '--format', 'json');
    expect([written.code, written.stderr]).toEqual([0, '']);
    const { command, files } = JSON.parse(written.stdout);
    expect([command, Object.keys(project.files('new'))]).toEqual(['init', files.map((file: string) => `new/${file}`)]);
  });

  it.each([
    ['gitlab', ['.gitlab-ci.yml']],
    ['jenkins-ecr', ['Jenkinsfile', 'ci/Jenkinsfile.image']],
    ['jenkins-docker-hub', ['Jenkinsfile', 'ci/Jenkinsfile.image']],
    ['github', ['.github/workflows/ci.yml', '.github/workflows/release.yml', '.github/workflows/review.yml']],
  ])('writes the pipeline that is asked for: %s', (pipeline, own) => {
    const { stdout } = project.run('init', pipeline, '--pipeline', pipeline, '--format', 'json');
    const { files } = JSON.parse(stdout);
    expect(files.filter((file: string) => /^(\.g|ci\/|Jenkins)/.test(file))).toEqual(
      ['.gitattributes', '.gitignore', 'ci/change.sh', ...own].sort(),
    );
  });

  it('says what to type next, whatever the folder is called', () => {
    const { stdout } = project.run('init', "it's new", '--yes');
    const [, next] = stdout.split('\nnext: ');
    expect(next?.split(' && ')).toEqual([
      expect.stringMatching(/^cd '.*\/it'\\''s new'$/),
      'npm install',
      'npm test',
      expect.stringMatching(/^npm run synth\nthen: /),
    ]);
    expect(JSON.parse(project.read("it's new/package.json")).name).toBe('platform');
    project.delete("it's new");
  });

  it('refuses a folder that is not empty, in the format that was asked for', () => {
    const refused = project.run('init', '.', '--yes', '--format', 'json');
    expect([refused.code, JSON.parse(refused.stdout).problems[0].message]).toEqual([
      2,
      `${project.root} is not empty: it holds apps, environments, new, node_modules.`,
    ]);
  });
});
