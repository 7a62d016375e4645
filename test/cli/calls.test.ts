import { TestProject } from '../support/project';

const APP = `import { allowEgress, allowIngress, defineApp, NetworkDefaults, WebService, Worker } from 'cdk8s-eks';
export default defineApp({
  name: 'shop',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    const image = 'registry.example.com/app@sha256:${'a'.repeat(64)}';
    const web = new WebService(scope, 'web', { image, port: 8080 });
    const api = new WebService(scope, 'api', { image, port: 9000 });
    new Worker(scope, 'worker', { image });
    new NetworkDefaults(scope, 'network', { namespace: 'game-2048', sameNamespace: false, albIngress: false });
    api.allowFrom(web);
    // One Pod of it calls the others.
    web.allowFrom(web);
    // Of one side alone: the caller is not let out, so there is no such call.
    allowIngress(scope, 'web-from-api', { to: web, from: api });
    allowIngress(scope, 'web-from-monitoring', { to: web, from: { namespace: 'monitoring', pods: { app: 'scraper' } } });
    allowEgress(scope, 'worker-to-queue', {
      from: { namespace: 'game-2048', pods: { 'app.kubernetes.io/name': 'worker' } },
      to: { cidrs: ['203.0.113.0/24'], except: ['203.0.113.7/32'] },
      ports: [{ port: 5671, endPort: 5672 }],
    });
  },
});
`;

describe('check --calls', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': APP });
  });
  afterAll(() => project.remove());

  it('prints who may call whom, of each environment', () => {
    const ran = project.run('check', '--calls', '--env', 'local');
    expect(ran.stderr).toBe('');
    expect(ran.stdout.slice(0, ran.stdout.indexOf('\n\n'))).toBe(
      `local: calls that network policies allow
  FROM                                      TO                                              PORTS       BY
  Deployment game-2048/api                  Pods k8s-app=kube-dns of namespace kube-system  53, 53/UDP  game-2048/allow-dns
  Deployment game-2048/web                  Deployment game-2048/api                        9000        game-2048/api-from-web
  Deployment game-2048/web                  Deployment game-2048/web                        8080        game-2048/web-from-web
  Deployment game-2048/web                  Pods k8s-app=kube-dns of namespace kube-system  53, 53/UDP  game-2048/allow-dns, game-2048/web-to-api, game-2048/web-to-web
  Deployment game-2048/worker               203.0.113.0/24 without 203.0.113.7/32           5671-5672   game-2048/worker-to-queue
  Deployment game-2048/worker               Pods k8s-app=kube-dns of namespace kube-system  53, 53/UDP  game-2048/allow-dns, game-2048/worker-to-queue
  Pods app=scraper of namespace monitoring  Deployment game-2048/web                        8080        game-2048/web-from-monitoring`,
    );
  });

  it('gives them as data', () => {
    const { stdout } = project.run('check', '--calls', '--env', 'local', '--format', 'json');
    expect(JSON.parse(stdout).calls[0].calls[1]).toEqual({
      from: 'Deployment game-2048/web',
      to: 'Deployment game-2048/api',
      ports: ['9000'],
      policies: ['game-2048/api-from-web'],
      denied: [],
    });
  });

  it('says where no policy holds Pods: on Fargate policies do nothing', () => {
    const { stdout } = project.run('check', '--calls', '--env', 'prod');
    expect(stdout).toMatch(/anybody +Deployment game-2048\/web +8080 +no policy holds it\n/);
    expect(stdout).toMatch(/Deployment game-2048\/web +anywhere +all +no policy holds it\n/);
  });

  it.each([
    [['--app', 'shop'], '--app'],
    [['--format', 'sarif'], '--format sarif'],
    [['--kubernetes-version', 'next'], '--kubernetes-version'],
  ])('does not go with %j', (args, named) => {
    expect(project.run('check', '--calls', ...args)).toMatchObject({
      code: 2,
      stderr: `error ARGUMENTS: --calls does not go with ${named}: it lists the calls of all apps, as text or JSON.\nfix: leave out ${named}, or --calls.\n`,
    });
  });
});
