import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type TestProject } from '../../support/project';
import { ArgoCd } from './harness/argocd';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { projectFor, render } from './harness/delivery';
import { bootstrapOf, filesOf } from './harness/dist';
import { GitServer } from './harness/git-server';
import { StandIns } from './harness/stand-ins';

const IN_CLUSTER = 'https://kubernetes.default.svc';

describe('Argo CD, syncing prod', () => {
  let plane: ControlPlane;
  let git: GitServer;
  let argocd: ArgoCd;
  let standIns: StandIns;
  let project: TestProject;
  const dist = () => join(project.root, 'dist');

  beforeAll(async () => {
    plane = await ControlPlane.start({ version: '1.33', running: true });
    await installDefinitions(plane.api, (name) => !name.endsWith('.argoproj.io'));
    git = await GitServer.start(plane.processes);
    argocd = await ArgoCd.start(plane);
    standIns = new StandIns(plane.api);
    project = projectFor({ repoURL: git.url, destinations: { prod: `{ server: "${IN_CLUSTER}" }` } });
    render(project, ['prod']);
  });
  afterAll(async () => {
    await standIns?.stop();
    await plane?.stop();
    project?.remove();
  });

  it('gets what is committed, but for the repository and the destination', () => {
    const arn = 'arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1';
    const expected = (path: string) =>
      readFileSync(join(ROOT, 'dist', path), 'utf8')
        .replaceAll(`server: ${arn}`, `server: ${IN_CLUSTER}`)
        .replaceAll('https://git.example.com/platform/cdk8s-eks.git', git.url);
    const rendered = filesOf('prod', dist());
    expect(rendered.map(({ path }) => path)).toEqual(filesOf('prod').map(({ path }) => path));
    for (const { path, content } of rendered) expect(content).toBe(expected(path));
    expect(readFileSync(join(dist(), '_bootstrap', 'prod.yaml'), 'utf8')).toBe(expected('_bootstrap/prod.yaml'));
  });

  it('brings root and every Application to Synced and Healthy after one apply by hand', async () => {
    git.commitDist('prod', dist());
    for (const object of bootstrapOf('prod', dist())) await plane.api.apply(object);
    const names = filesOf('prod', dist()).flatMap(({ object }) => (object.kind === 'Application' ? [object.name] : []));
    await argocd.settled(['prod-root', ...names], git.revision, 240);
  });
});
