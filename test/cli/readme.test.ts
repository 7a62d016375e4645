import { readFileSync, writeFileSync } from 'node:fs';
import { TestProject } from '../support/project';
import { FIRST_APP, OWNER, README, readme, readmeBlocks } from '../support/readme';

/** Compares one block of output, or writes it where `UPDATE_CASES` asks for it. */
function isShown(position: number, output: string): void {
  if (process.env['UPDATE_CASES'] === undefined) expect(readmeBlocks('text')[position]).toBe(output);
  let seen = -1;
  const written = readFileSync(README, 'utf8').replace(/```text\n[\s\S]*?```/g, (block) => {
    seen++;
    return seen === position ? `\`\`\`text\n${output}\`\`\`` : block;
  });
  if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(README, written);
}

describe('the README', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject().withOwnApps();
    project.edit('environments/defaults.yaml', '\nowners:\n', `\nowners:\n${OWNER}`);
    project.write('apps/shop.ts', FIRST_APP);
  });
  afterAll(() => project.remove());

  it('9.1 has a first app of under 30 lines that renders in this repository, in every environment', () => {
    expect(FIRST_APP.split('\n').length).toBeLessThan(30);
    const ran = project.run('synth', '--no-typecheck', '--quiet');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(project.read('dist/prod/shop/shop/deployment_web.yaml')).toContain('stefanprodan/podinfo:6.14.1');
  });

  it('9.1 changes one environment with one value of it, as it says', () => {
    const before = project.files();
    project.edit('environments/prod/environment.yaml', 'minReplicas: 2', 'minReplicas: 3');
    expect(project.run('synth', '--no-typecheck', '--quiet').code).toBe(0);
    const after = Object.entries(project.files());
    const changed = after.filter(([path, hash]) => before[path] !== hash).map(([path]) => path);
    expect(changed).toContain('dist/prod/shop/shop/deployment_web.yaml');
    expect(changed.filter((path) => !path.startsWith('dist/prod/'))).toEqual([]);
    project.edit('environments/prod/environment.yaml', 'minReplicas: 3', 'minReplicas: 2');
    expect(project.run('synth', '--no-typecheck', '--quiet').code).toBe(0);
  });

  it('shows the finding as it looks on the terminal', () => {
    project.edit('apps/shop.ts', 'ReadWriteOnce', 'ReadWriteMany');
    const ran = project.run('check', '--env', 'dev', '--no-typecheck');
    project.edit('apps/shop.ts', 'ReadWriteMany', 'ReadWriteOnce');
    expect(ran.code).toBe(1);
    // The project of a person has a compiler.
    isShown(0, ran.stdout.replace(/; types not checked.*/, ''));
  });

  it('shows the diff as it looks on the terminal', () => {
    project.edit('apps/shop.ts', '6.14.1', '6.15.0');
    project.edit('apps/shop.ts', "'internal'", "'internet-facing'");
    const ran = project.run('diff', '--env', 'dev', '--no-typecheck');
    expect(ran.code).toBe(1);
    isShown(1, ran.stdout);
  });

  it('has no line that a terminal or a review would wrap, outside output and tables', () => {
    const prose = readme.replace(/```text\n[\s\S]*?```/g, '').split('\n');
    expect(prose.filter((line) => line.length > 118 && !line.startsWith('|'))).toEqual([]);
  });
});
