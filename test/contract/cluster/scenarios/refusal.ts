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
      /resource rbac\.authorization\.k8s\.io:ClusterRole is not permitted in project/,
    ],
    [
      'a namespace outside its owner’s list',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: grab\n  namespace: kube-system\ndata: {}\n',
      /namespace kube-system is not permitted in project/,
    ],
    [
      'an Application',
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: grab\n  namespace: game-2048\nspec:\n  project: default\n  destination: {}\n',
      /resource argoproj\.io:Application is not permitted in project/,
    ],
    [
      'an AppProject',
      'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: grab\n  namespace: game-2048\nspec: {}\n',
      /resource argoproj\.io:AppProject is not permitted in project/,
    ],
  ];

  it(`refuses an app that renders ${OUTSIDE.map(([what]) => what).join(', ')}, and goes on once they are gone`, async () => {
    const { environment, dist, project } = delivered();
    const paths = OUTSIDE.map((_one, at) => `${environment}/game-2048/outside-${at}.yaml`);
    const name = delivered().name('game-2048');
    for (const [at, path] of paths.entries()) project.write(`dist/${path}`, OUTSIDE[at]?.[1] ?? '');
    await delivered().push('reach out');
    for (const [, , message] of OUTSIDE) await says(delivered(), name, message);
    for (const path of paths) rmSync(join(dist, path));
    await delivered().push('take it back');
    await delivered().settled();
  });

  it.each<readonly [string, (spec: Live) => void, RegExp]>([
    [
      'that syncs from a repository its owner does not declare',
      ({ source }) => Object.assign(source, { repoURL: `${source.repoURL}-of-somebody-else` }),
      /repo .* is not permitted in project/,
    ],
    [
      'into a namespace its owner does not declare',
      ({ destination }) => Object.assign(destination, { namespace: 'kube-system' }),
      /destination .*kube-system.* do not match any of the allowed destinations in project/,
    ],
    [
      'that names no namespace, which is why every one of ours does',
      ({ destination }) => delete destination.namespace,
      /destination .* do not match any of the allowed destinations in project/,
    ],
  ])('refuses an Application %s', async (_what, change, message) => {
    const { plane, argocd } = delivered();
    const own = await argocd.application(delivered().name('game-2048'));
    const name = delivered().name('elsewhere');
    const metadata = { name, namespace: 'argocd' };
    const { project, destination, source } = structuredClone(own.spec);
    const spec = { project, destination, source };
    change(spec);
    const application = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, spec };
    await plane.api.create(application);
    await says(delivered(), name, message);
    await plane.api.remove(application);
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
