import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { at, listAt } from '../../../src/model/json';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../../support/project';

const [matrix, job] = [
  ...readFileSync(join(ROOT, 'docs', 'large-fleets.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g),
].map((match) => match[1] as string) as [string, string];

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  // `npx cdk8s-eks` as it is where the package is installed, telling what it was asked.
  const binary = join(ROOT, 'bin', 'cdk8s-eks.js');
  project.write('bin/npx', `#!/bin/sh\necho "npx $*"\nshift\nexec '${process.execPath}' '${binary}' "$@"\n`);
  chmodSync(join(project.root, 'bin', 'npx'), 0o755);
});
afterEach(() => project.remove());

function bash(script: string, variables: Readonly<Record<string, string>>) {
  // Without --norc a bash that a socket feeds reads the startup files of the machine where SHLVL is not set.
  return spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, ...variables, PATH: `${join(project.root, 'bin')}:${process.env['PATH']}` },
  });
}

describe('docs/large-fleets.md', () => {
  it('shows an Indexed Job that a cluster accepts and whose Pods check every environment once', () => {
    project.run('synth');
    mkdirSync(join(project.root, 'job'));
    project.write('job/namespace.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ci\n');
    project.write('job/job.yaml', job);
    const judged = project.run('check', '--manifests', 'job', '--env', 'dev');
    expect([judged.code, judged.stdout.split('\n').at(-2)]).toEqual([
      0,
      '2 objects: 2 valid, 0 excused, 0 invalid; 0 warnings, 0 unknown',
    ]);
    const script = String(scriptOf(parse(job)));
    const asked = ['0', '1', '2', '3'].map((index) => {
      const ran = bash(script, { JOB_COMPLETION_INDEX: index });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      return ran.stdout.split('\n')[0];
    });
    const names = readdirSync(join(project.root, 'environments'), { withFileTypes: true });
    const environments = names.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
    expect(asked).toEqual(environments.map((name) => `npx cdk8s-eks synth --check --env ${name}`));
  });

  it('shows a matrix whose jobs ask for one environment each', () => {
    const jobs = at(parse(matrix), 'jobs');
    const last = listAt(jobs, 'check', 'steps').at(-1);
    expect(at(last, 'run')).toBe(`npx cdk8s-eks synth --check --env "\${{ matrix.environment }}"`);
    expect(at(jobs, 'check', 'needs')).toBe('environments');
  });
});

function scriptOf(value: unknown): unknown {
  return listAt(listAt(value, 'spec', 'template', 'spec', 'containers')[0], 'args')[0];
}
