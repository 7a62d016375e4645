import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

/** Leaves the shop to nodes, which Fargate would take in `prod`. */
const onNodes = (project: TestProject) =>
  project.edit('environments/prod/environment.yaml', 'namespace: game-2048', 'namespace: elsewhere');

describe('place', () => {
  let project: TestProject;

  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP });
    onNodes(project);
  });
  afterAll(() => project.remove());

  it('prints the table of an environment, what it costs, and how old the prices are', () => {
    const { code, stdout, stderr } = project.run('place', '--env', 'prod');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('prod: cluster prod-eu-central-1 in eu-central-1, zones a b');
    expect(lines.find((line) => line.includes('Deployment game-2048/web'))).toContain('node group general');
    expect(lines).toContain('the environment, USD a month');
    expect(lines.find((line) => line.startsWith('  node group spot'))).toMatch(/0–6 nodes +0–\d+$/);
    expect(lines.at(-2)).toBe(
      'prices: Fargate 2026-07, instances 2026-01, the rest 2026-07; of nodes, a share of full ones',
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says why other pools do not take a workload, where it is asked to', () => {
    const { stdout } = project.run('place', '--env', 'prod', '--reasons');
    expect(stdout).toContain('      not on node group spot: taint spot=true:NoSchedule\n');
    expect(stdout).toContain(
      '      not on Fargate profile games: none of its selectors matches the namespace and labels\n',
    );
  });

  it('hands out the same as JSON and as Markdown', () => {
    const { code, stdout } = project.run('place', '--env', 'prod', '--format', 'json');
    const { environments } = JSON.parse(stdout);
    expect([code, environments.length]).toEqual([0, 1]);
    const web = environments[0].placements.find((one: { object: { name: string } }) => one.object.name === 'web');
    expect(web).toMatchObject({ app: 'shop', placed: 'yes', object: { kind: 'Deployment', namespace: 'game-2048' } });
    expect(web.pools[0]).toMatchObject({ pool: 'node group general', verdict: 'yes' });
    const markdown = project.run('place', '--env', 'prod', '--format', 'markdown').stdout;
    expect(markdown).toContain('### prod: cluster prod-eu-central-1 in eu-central-1\n');
    expect(markdown).toMatch(/\| shop \| Deployment game-2048\/web \|/);
  });

  it('covers several environments, and refuses one that is not on EKS', () => {
    const { stdout } = project.run('place');
    const heads = stdout.split('\n').filter((line) => / in [a-z]+-[a-z]+-\d/.test(line));
    expect(heads.map((line) => line.split(':')[0])).toEqual(['dev', 'prod', 'staging']);
    const { code, stderr } = project.run('place', '--env', 'local');
    expect(code).toBe(2);
    expect(stderr).toContain('no environment of the selection is on Amazon EKS, and of others nobody knows the nodes.');
  });

  it('takes the prices of the environment', () => {
    const path = 'environments/prod/environment.yaml';
    const before = project.read(path);
    project.write(path, `${before}prices: { date: 2026-10-01, instances: { m7i.large: 10, m6i.large: 10 } }\n`);
    const wrong = project.run('place', '--env', 'prod');
    project.write(path, `${before}prices: { date: 2026-10, instances: { m7i.large: 10, m6i.large: 10 } }\n`);
    const { stdout } = project.run('place', '--env', 'prod');
    project.write(path, before);
    expect([wrong.code, stdout.includes('some instances 2026-10 (your own)')]).toEqual([0, true]);
    expect(stdout).toMatch(/node group general, 3–6 nodes +21900–43800\n/);
  });
});

describe('a workload that no pool takes', () => {
  let project: TestProject;

  beforeAll(() => {
    const large = "port: 9898,\n      resources: { cpu: '64', memory: '500Gi' },";
    project = new TestProject({ 'shop.ts': SHOP.replace('port: 9898,', large) });
    onNodes(project);
    project.edit('environments/prod/environment.yaml', '  karpenter: true\n', '');
  });
  afterAll(() => project.remove());

  it('ends place with 1, with the place in the code and the fix', () => {
    const { code, stdout } = project.run('place', '--env', 'prod');
    expect(code).toBe(1);
    expect(stdout).toContain('nowhere');
    expect(stdout).toContain(
      'error eks/no-unplaceable-pod: Deployment game-2048/web: a Pod requests 64 CPUs and 500 GiB',
    );
    expect(stdout).toMatch(/ {2}in apps\/shop\.ts:\d+:\d+\n {2}fix: request less/);
  });
});

describe('diff, of Pods that move', () => {
  let project: TestProject;

  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth', '--env', 'prod', '--no-typecheck').code).toBe(0);
    project.edit('apps/shop.ts', 'port: 9898,', "port: 9898,\n      resources: { cpu: '500m', memory: '2Gi' },");
  });
  afterAll(() => project.remove());

  const diff = (format: string) =>
    project.run('diff', '--env', 'prod', '--app', 'shop', '--no-typecheck', '--format', format).stdout;

  it('says which size and price they have now, below the fields that change', () => {
    expect(diff('text').split('\n').slice(-3)).toEqual([
      'prod › shop: where its Pods run',
      '  Deployment game-2048/web: 0.25 vCPU and 0.5 GiB → 0.5 vCPU and 3 GiB; 21 USD a month → 56 USD a month',
      '',
    ]);
  });

  it('hands both sides out as JSON, and a table as Markdown', () => {
    const [moved] = JSON.parse(diff('json')).placements;
    expect([moved.environment, moved.app, moved.object.name]).toEqual(['prod', 'shop', 'web']);
    expect([moved.placement.before.size, moved.placement.after.size]).toEqual([
      '0.25 vCPU and 0.5 GiB',
      '0.5 vCPU and 3 GiB',
    ]);
    expect(diff('markdown')).toContain(
      '| environment | workload | where its Pods run |\n|---|---|---|\n| prod | Deployment',
    );
  });
});
