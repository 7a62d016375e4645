import { join } from 'node:path';
import type { TestProject } from '../../support/project';
import { ArgoCd } from './harness/argocd';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { destinationName, projectFor, render } from './harness/delivery';
import { bootstrapOf, filesOf, type JudgedFile } from './harness/dist';
import { GitServer } from './harness/git-server';
import { identities, inventory, kindsOf } from './harness/inventory';
import { judgedEnvironments } from './harness/judged';
import { isArgoCdKind, startRollouts } from './harness/rollouts';
import { StandIns } from './harness/stand-ins';
import { record } from './harness/verdicts';

const SHARING = ['dev', 'staging'] as const;
const versions = new Map(judgedEnvironments());
const both = SHARING.every((name) => versions.has(name));

/** Two environments, two clusters of two versions, one Argo CD beside the second; only the repository is another. */
(both ? describe : describe.skip)('one Argo CD for dev and staging', () => {
  const planes = new Map<string, ControlPlane>();
  const standIns: StandIns[] = [];
  let argocd: ArgoCd;
  let git: GitServer;
  let project: TestProject;
  const dist = () => join(project.root, 'dist');
  const plane = (name: string) => planes.get(name) as ControlPlane;
  /** What lies on the environment's own cluster: Argo CD's objects lie beside Argo CD. */
  const own = (name: string): readonly JudgedFile[] =>
    filesOf(name, dist()).filter(({ object }) => object.app !== '_argocd');
  const names = () => SHARING.flatMap((name) => [`${name}-root`, ...applicationsOf(filesOf(name, dist()))]);

  beforeAll(async () => {
    for (const name of SHARING) {
      planes.set(name, await ControlPlane.start({ version: versions.get(name) ?? '', running: true }));
      await installDefinitions(plane(name).api, (definition) => !isArgoCdKind(definition));
      await startRollouts(plane(name));
      standIns.push(new StandIns(plane(name).api));
    }
    git = await GitServer.start(plane('staging').processes);
    argocd = await ArgoCd.start(plane('staging'));
    for (const name of SHARING) await argocd.register(destinationName(name) ?? '', plane(name));
    project = projectFor({ repoURL: git.url, destinations: {} });
    render(project, SHARING);
  });
  afterAll(async () => {
    for (const one of standIns) await one.stop();
    for (const one of planes.values()) await one.stop();
    project?.remove();
  });

  it('brings both to Synced and Healthy', async () => {
    git.commitDist('both', dist());
    for (const name of SHARING) {
      for (const object of bootstrapOf(name, dist())) await plane('staging').api.apply(object);
    }
    await argocd.settled(names(), git.revision, 280);
    record('applications/dev and staging, one Argo CD', {
      version: SHARING.map((name) => versions.get(name)).join(', '),
      applications: names().length,
    });
  });

  it.each(SHARING)('has on the cluster of %s what is in its dist/, and nothing of the other', async (name) => {
    const live = await inventory(plane(name).api, kindsOf(own(name)));
    expect([...live.keys()].sort()).toEqual(identities(own(name)));
  });

  it('takes a commit to one environment nowhere else', async () => {
    const changed = own('dev').find(({ object }) => object.kind === 'Service') as JudgedFile;
    const before = await resourceVersions('staging');
    git.write(`dist/${changed.path}`, changed.content.replace('labels:', 'labels:\n    example.com/edited: "yes"'));
    git.commit('edit dev');
    await argocd.refresh();
    await argocd.settled(names(), git.revision, 120);
    const edited = await plane('dev').api.get(changed.object.value);
    expect(edited.metadata.labels['example.com/edited']).toBe('yes');
    expect(await resourceVersions('staging')).toEqual(before);
  });

  /** Of what nobody but Argo CD writes; workloads and what has a status change by their controllers too. */
  async function resourceVersions(name: string): Promise<Readonly<Record<string, string>>> {
    const still = new Set(['v1|Service', 'v1|ConfigMap', 'networking.k8s.io/v1|NetworkPolicy', 'v1|ServiceAccount']);
    const live = await inventory(plane(name).api, still);
    return Object.fromEntries([...live].map(([key, object]) => [key, object.metadata.resourceVersion]));
  }
});

function applicationsOf(files: readonly JudgedFile[]): readonly string[] {
  return files.filter(({ object }) => object.kind === 'Application').map(({ object }) => object.name);
}
