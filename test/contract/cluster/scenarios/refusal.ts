import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Live } from '../harness/api';
import type { Delivered } from '../harness/delivered';
import { until } from '../harness/processes';

/** What is wrong in one app stays in that app. The files are written by hand, since synth refuses to render them. */
export function refuses(delivered: () => Delivered): void {
  const OUTSIDE: readonly (readonly [string, string, RegExp])[] = [
    [
      'a cluster-scoped kind that its owner does not declare',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: grab\nrules: []\n',
      /ClusterRole.*not permitted in project/s,
    ],
    [
      'a namespace outside its owner’s list',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: grab\n  namespace: kube-system\ndata: {}\n',
      /namespace kube-system is not permitted in project/,
    ],
    [
      'an Application',
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: grab\n  namespace: game-2048\nspec:\n  project: default\n  destination: {}\n',
      /Application.*not permitted in project/s,
    ],
    [
      'an AppProject',
      'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: grab\n  namespace: game-2048\nspec: {}\n',
      /AppProject.*not permitted in project/s,
    ],
  ];

  it.each(OUTSIDE)('refuses an app that renders %s, and goes on once it is gone', async (_what, text, message) => {
    const { environment, dist, project } = delivered();
    const path = `${environment}/game-2048/grab.yaml`;
    project.write(`dist/${path}`, text);
    await delivered().push('reach out');
    await says(delivered(), delivered().name('game-2048'), message);
    rmSync(join(dist, path));
    await delivered().push('take it back');
    await delivered().settled();
  });

  it('refuses an Application that syncs from a repository its owner does not declare', async () => {
    const { plane, argocd } = delivered();
    const own = await argocd.application(delivered().name('game-2048'));
    const { project, destination, source } = own.spec;
    const name = delivered().name('elsewhere');
    const metadata = { name, namespace: 'argocd' };
    const spec = { project, destination, source: { ...source, repoURL: `${source.repoURL}-of-somebody-else` } };
    await plane.api.create({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, spec });
    await says(delivered(), name, /repo .* is not permitted in project/);
    await plane.api.remove({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata });
  });

  it('lets a broken file block its own app and no other', async () => {
    const { environment, dist, project, plane } = delivered();
    const broken = `${environment}/podinfo/broken.yaml`;
    const edited = delivered().find('game-2048', 'Service');
    const others = delivered()
      .names()
      .filter((name) => name !== delivered().name('podinfo'));
    project.write(`dist/${broken}`, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "a\n');
    project.write(`dist/${edited.path}`, edited.content.replace('labels:', 'labels:\n    example.com/edited: "yes"'));
    await delivered().push('break one app, edit another');
    await says(delivered(), delivered().name('podinfo'), /failed to unmarshal|Failed to load|yaml/i);
    await delivered().settled(60, others);
    expect((await plane.api.get(edited.object.value)).metadata.labels['example.com/edited']).toBe('yes');
    const live = await delivered().live();
    expect([...live.keys()].filter((key) => key.includes('database-primary')).length).toBeGreaterThan(0);
    rmSync(join(dist, broken));
    project.write(`dist/${edited.path}`, edited.content);
    await delivered().push('mend it');
    await delivered().settled();
  });
}

/** Waits until an Application's conditions or its operation say something. */
async function says(delivered: Delivered, name: string, message: RegExp): Promise<void> {
  let last = '';
  await until(`${name} says ${message}`, 60, async () => {
    const { status = {} } = await delivered.argocd.application(name);
    const results = (status.operationState?.syncResult?.resources ?? []).map((one: Live) => one.message);
    const conditions = (status.conditions ?? []).map((one: Live) => one.message);
    last = [status.operationState?.message, ...results, ...conditions].join(' | ');
    if (message.test(last)) return true;
    throw new Error(`it says ${last}`);
  });
}
