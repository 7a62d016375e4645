import { TestProject } from '../support/project';

/** What is copied, and what a copy has to change: which cluster it is. */
const COPIED: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  dev: [
    ['clusterName: dev-eu-west-1', 'clusterName: dev-2'],
    ['destination: { name: dev-eu-west-1 }', 'destination: { name: dev-2 }'],
  ],
  staging: [
    ['clusterName: staging-eu-west-1', 'clusterName: staging-2'],
    ['destination: { name: staging-eu-west-1 }', 'destination: { name: staging-2 }'],
  ],
  prod: [
    ['clusterName: prod-eu-central-1', 'clusterName: prod-2'],
    ['cluster/prod-eu-central-1', 'cluster/prod-2'],
  ],
};

describe('a copy', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject().withOwnApps();
    // They name the environments that they are for, and somebody who makes another one has to say whether they are for it.
    for (const app of ['platform-nodes', 'retail-feedback', 'storefront']) project.delete(`apps/${app}.ts`);
    for (const name of ['dev', 'staging', 'prod']) {
      const path = `environments/${name}/release.yaml`;
      project.write(path, project.read(path).replace(/^ {2}(?:retail-feedback|storefront):\n(?: {4}.*\n)+/gm, ''));
    }
  });
  afterAll(() => project.remove());

  it('9.7 of an EKS environment, under another name, has no error', () => {
    for (const [name, edits] of Object.entries(COPIED)) {
      for (const file of ['environment.yaml', 'release.yaml'])
        project.write(`environments/${name}-2/${file}`, project.read(`environments/${name}/${file}`));
      for (const [from, to] of edits) project.edit(`environments/${name}-2/environment.yaml`, from, to);
    }
    const selected = Object.keys(COPIED).flatMap((name) => ['--env', name, '--env', `${name}-2`]);
    const ran = project.run('check', '--no-typecheck', '--format', 'json', ...selected);
    const { findings, problems, summary } = JSON.parse(ran.stdout);
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect([ran.code, problems ?? [], errors]).toEqual([0, [], []]);
    expect(summary.objects).toBeGreaterThan(800);
  });
});
