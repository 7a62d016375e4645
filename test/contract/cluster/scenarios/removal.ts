import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityKey } from '../../../../src/model/identity';
import type { Delivered } from '../harness/delivered';
import type { JudgedFile } from '../harness/dist';
import { identities } from '../harness/inventory';
import { until } from '../harness/processes';

/** Commits that drop something: it goes, all of it, nothing else, and what holds data only when a person says so. */
export function removes(delivered: () => Delivered): void {
  const drop = (...paths: readonly string[]) => {
    for (const path of paths) rmSync(join(delivered().dist, path), { recursive: true });
  };
  const uids = async () => {
    const live = await delivered().live();
    return new Map([...live].map(([key, object]) => [key, object.metadata.uid as string]));
  };

  it('prunes just the object that a commit drops, and a revert brings it back', async () => {
    const dropped = delivered().find('podinfo', 'HorizontalPodAutoscaler');
    const before = await uids();
    drop(dropped.path);
    await delivered().push('drop an object');
    await delivered().gone('the object', dropped.object.value);
    await delivered().settled();
    const after = await uids();
    const key = identityKey(dropped.object);
    expect([...before].filter(([one, uid]) => after.get(one) !== uid).map(([one]) => one)).toEqual([key]);
    await revertTo(delivered(), [dropped]);
  });

  it('removes the last object of a cluster-scoped kind', async () => {
    const bindings = delivered()
      .files()
      .filter(({ object }) => object.kind === 'ClusterRoleBinding');
    expect(bindings).toHaveLength(1);
    drop(...bindings.map(({ path }) => path));
    await delivered().push('drop the last ClusterRoleBinding');
    for (const { object } of bindings) await delivered().gone('the ClusterRoleBinding', object.value);
    await delivered().settled();
    await revertTo(delivered(), bindings);
  });

  it('deletes a dropped app after one confirmation, and orphans nothing', async () => {
    const { argocd, environment } = delivered();
    const app = 'platform-rbac';
    const theirs = delivered()
      .files()
      .filter(({ object }) => object.app === app);
    const application = delivered().find('_argocd', 'Application', namesOf(delivered()).indexOf(delivered().name(app)));
    drop(`${environment}/${app}`, application.path);
    await delivered().push('drop an app');
    expect(await delivered().waitsForConfirmation(`${environment}-root`)).toContain(delivered().name(app));
    const waiting = await delivered().live();
    expect(theirs.filter(({ object }) => !waiting.has(identityKey(object)))).toEqual([]);
    await argocd.confirm(`${environment}-root`);
    for (const { object } of [application, ...theirs]) await delivered().gone(object.name, object.value);
    await delivered().settled();
    expect([...(await delivered().live()).keys()].sort()).toEqual(identities(delivered().files()));
    await revertTo(delivered(), [application, ...theirs]);
  });

  it('keeps what holds data until its own confirmation', async () => {
    const { argocd, plane } = delivered();
    const held = [delivered().find('podinfo', 'StatefulSet'), delivered().find('podinfo', 'PersistentVolumeClaim')];
    drop(...held.map(({ path }) => path));
    await delivered().push('drop a database');
    const said = await delivered().waitsForConfirmation(delivered().name('podinfo'));
    for (const { object } of held) {
      expect(said).toContain(object.name);
      expect((await plane.api.get(object.value))?.metadata.deletionTimestamp).toBeUndefined();
    }
    await argocd.confirm(delivered().name('podinfo'));
    for (const { object } of held) await delivered().gone(object.name, object.value);
    await delivered().settled();
    await revertTo(delivered(), held);
  });
}

/** A `git revert` of the last commit: the dropped files are back, in Git and on the cluster. */
async function revertTo(delivered: Delivered, dropped: readonly JudgedFile[]): Promise<void> {
  for (const { path, content } of dropped) delivered.project.write(`dist/${path}`, content);
  delivered.git.revert();
  await delivered.argocd.refresh();
  for (const { object } of dropped) {
    await until(`${object.name} is back`, 60, async () => delivered.plane.api.get(object.value));
  }
  await delivered.settled();
}

function namesOf(delivered: Delivered): readonly string[] {
  return delivered
    .files()
    .filter(({ object }) => object.kind === 'Application')
    .map(({ object }) => object.name);
}
