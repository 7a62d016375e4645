import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SHOP, TestProject } from '../support/project';
import { PLANTED_FACTS, READY_FACTS } from '../support/upgrade/facts';
import { PLANTED_APP, PLANTED_OWNER } from '../support/upgrade/planted-app';

const CLOCK = {
  FIXED_DAY: '2026-12-10',
  NODE_OPTIONS: `--require=${join(ROOT, 'test', 'support', 'fixed-clock.cjs')}`,
};

/** What a file of this folder holds; `UPDATE_CASES=1` writes what is said now. */
function golden(name: string, said: string): string {
  const path = join(__dirname, 'upgrade', name);
  if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(path, said);
  return readFileSync(path, 'utf8');
}

const reference = (facts: object) => {
  const project = new TestProject().withOwnApps();
  project.write('environments/prod/facts.json', JSON.stringify(facts));
  return project;
};

describe('the upgrade of the reference platform from 1.33 to 1.37', () => {
  describe('with an obstacle of each kind', () => {
    let project: TestProject;
    beforeAll(() => {
      project = reference(PLANTED_FACTS);
      project.write('apps/legacy.ts', PLANTED_APP);
      project.edit('environments/defaults.yaml', 'owners:\n', `owners:\n${PLANTED_OWNER}`);
    });
    afterAll(() => project.remove());

    it('tells all of them, with step, place, symptom and fix', () => {
      const { code, stdout, stderr } = project.runApartWith(CLOCK, 'upgrade', 'prod', '--to', '1.37');
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toBe(golden('planted.txt', stdout));
    });

    it('tells them for a change request', () => {
      const { code, stdout, stderr } = project.runApartWith(CLOCK, 'upgrade', 'prod', '--to', '1.37', '-f', 'markdown');
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toBe(golden('planted.md', stdout));
    });
  });

  describe('with none of them', () => {
    let project: TestProject;
    beforeAll(() => {
      project = reference(READY_FACTS);
      // The reference platform's own: its image of nodes is older than 1.35.
      project.edit('apps/platform-nodes.ts', 'al2023@v20251112', 'al2023@v20261105');
    });
    afterAll(() => project.remove());

    it('tells what every such way has, and nothing else', () => {
      const { code, stdout, stderr } = project.runApartWith(CLOCK, 'upgrade', 'prod', '--to', '1.37');
      // Nodes of 1.33 do not go along to 1.37.
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toBe(golden('ready.txt', stdout));
    });

    it('passes where a step is all that is asked for, and fails on what is unknown where it is asked to', () => {
      const run = (...more: readonly string[]) => project.run('upgrade', 'prod', '--to', 'next', ...more);
      expect([run().code, run('--strict').code]).toEqual([0, 1]);
    });
  });
});

describe('upgrade', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP });
  });
  afterAll(() => project.remove());

  it('prints JSON with the way, the entries and their counts', () => {
    const { code, stdout } = project.runApartWith(CLOCK, 'upgrade', 'staging', '--to', '1.36', '-f', 'json');
    const { command, entries, summary, from, fromBy, steps, tables, today } = JSON.parse(stdout);
    expect([code, command, from, fromBy, steps, today]).toEqual([
      0,
      'upgrade',
      '1.34',
      'settings',
      ['1.35', '1.36'],
      '2026-12-10',
    ]);
    expect(entries.map((entry: { readonly severity: string; readonly subject: string }) => entry.subject)).toEqual([
      'Namespace game-2048',
      'the add-ons',
      'Fargate profile games',
      'the node groups',
      'updates in progress',
      'Kubernetes 1.34',
      'the insights',
    ]);
    expect(summary).toEqual({ blocks: 0, changes: 1, unknown: 4, information: 2 });
    expect(tables[0]).toEqual({ table: 'calendar of EKS', read: '2026-11-29', days: 11 });
  });

  it('says what stands in the way where an app does not render for a later version', () => {
    project.write(
      'apps/shop.ts',
      SHOP.replace(
        /charts\(([^)]*)\) \{/,
        "charts($1, environment) {\n    if (environment.kubernetesVersion === '1.36') throw new Error('not tried yet');",
      ),
    );
    const { code, stdout } = project.run('upgrade', 'staging', '--to', '1.36');
    project.write('apps/shop.ts', SHOP);
    expect([code, /1\.36 {2}blocks .*\n.*\n.*\n/.exec(stdout)?.[0]]).toEqual([
      1,
      `1.36  blocks       staging › shop: it is not rendered for Kubernetes 1.36: not tried yet
        in apps/shop.ts:8:57
        fix: make the app render for both versions.
`,
    ]);
  });

  it.each([
    [['prod', '--to', '1.33'], '--to is 1.33, and prod runs 1.33 by its settings: that is not an upgrade.'],
    [['prod', '--to', '1.29'], '--to is 1.29, and prod runs 1.33 by its settings: that is not an upgrade.'],
    [['prod', '--to', '1.99'], '--to is "1.99", of which there is no schema.'],
    [['prod', '--to', '137'], '--to is "137", of which there is no schema. Did you mean "1.37"?'],
  ])('refuses %j', (args, message) => {
    const { code, stdout, stderr } = project.run('upgrade', ...args);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      `error ARGUMENTS: ${message}\nfix: give --to a later one: 1.34, 1.35, 1.36, 1.37.\n`,
    ]);
  });

  it('refuses a cluster of which no later version is known, or not even its own', () => {
    const facts = (kubernetesVersion: string) =>
      project.write(
        'environments/prod/facts.json',
        JSON.stringify({ ...READY_FACTS, cluster: { ...READY_FACTS.cluster, kubernetesVersion } }),
      );
    facts('1.37');
    const newest = project.run('upgrade', 'prod', '--to', 'next');
    facts('1.27');
    const oldest = project.run('upgrade', 'prod', '--to', '1.34');
    project.delete('environments/prod/facts.json');
    expect([newest.code, newest.stderr, oldest.code, oldest.stderr]).toEqual([
      2,
      'error ARGUMENTS: prod runs Kubernetes 1.37 by facts.json, and no later version is known.\nfix: wait for a version of cdk8s-eks that knows one.\n',
      2,
      'error ARGUMENTS: prod runs Kubernetes 1.27 by facts.json, of which there is no schema; known are 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37.\nfix: upgrade it to a version that is known first.\n',
    ]);
  });

  it('wants a version, an environment that exists, and one on EKS', () => {
    const said = (...args: readonly string[]) => {
      const { code, stderr } = project.run('upgrade', ...args);
      return [code, stderr];
    };
    expect([said('prod'), said('prdo', '--to', '1.37'), said('local', '--to', '1.37')]).toEqual([
      [2, "error ARGUMENTS: required option '--to <version>' not specified.\nfix: see `cdk8s-eks upgrade --help`.\n"],
      [2, 'error ARGUMENTS: there is no environment "prdo" under environments/. Did you mean "prod"?\n'],
      [
        2,
        'error ARGUMENTS: local is a plain Kubernetes cluster; facts are read from Amazon EKS.\nfix: name an environment with platform: eks.\n',
      ],
    ]);
  });
});
