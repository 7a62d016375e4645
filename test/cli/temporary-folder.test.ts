import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../support/git';
import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const FIX = 'fix: make it a folder that can be written to, with room in it, or name another with TMPDIR.\n';

describe('a folder for temporary files that cannot be used', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth', '--env', 'dev', '--no-typecheck').code).toBe(0);
    git(project.root, 'init', '--quiet');
    git(project.root, 'add', 'dist');
    git(project.root, 'commit', '--quiet', '--message', 'rendered');
    writeFileSync(join(project.root, 'file'), '');
  });
  afterAll(() => project.remove());

  it.each([
    ['synth --check --verify-determinism', 'elsewhere'],
    ['diff --base HEAD', 'base'],
  ])('6.1 TMPDIR that is missing, or a file, ends with its place: %s', (command, name) => {
    for (const [folder, says] of [
      ['gone', 'ENOENT: no such file or directory'],
      ['file', 'ENOTDIR: not a directory'],
    ] as const) {
      const TMPDIR = join(project.root, folder);
      const ran = project.runWith({ TMPDIR }, ...command.split(' '), '--env', 'dev', '--no-typecheck');
      expect([ran.code, ran.stdout, ran.stderr.replace(/^rendered .*\n/, '')]).toEqual([
        2,
        '',
        `error OUTPUT: the folder for temporary files, ${TMPDIR}, cannot be used: ${says}, mkdtemp '${TMPDIR}/cdk8s-eks-${name}-XXXXXX'.\n${FIX}`,
      ]);
    }
  });
});
