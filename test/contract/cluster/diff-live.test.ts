import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { steersArgocd } from '../../../src/knowledge/argocd/parse-output-path';
import { commitAll } from '../../support/git';
import { INGRESS_CLASS, type Ran, SHOP, TestProject } from '../../support/project';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf } from './harness/dist';
import { findTool } from './tools/obtain';
import { planFor } from './tools/pins';

const VERSION = '1.33';
const TRACKING = 'argocd.argoproj.io/tracking-id';

/** The kubectl of that version where it is built; else that of the machine. */
function kubectl(): string | undefined {
  const tool = planFor([VERSION]).tools.find(({ name }) => name.startsWith('kubectl'));
  return tool === undefined ? undefined : findTool(tool).path;
}

describe('diff --live', () => {
  let plane: ControlPlane;
  let project: TestProject;
  let bin: string;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version: VERSION });
    await installDefinitions(plane.api, (name) => /ingressclassparams/.test(name));
    bin = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubectl-'));
    const built = kubectl();
    if (built !== undefined && existsSync(built)) symlinkSync(built, join(bin, 'kubectl'));
    process.env['PATH'] = `${bin}${delimiter}${process.env['PATH']}`;
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
    commitAll(project.root, 'apps', 'environments', 'dist');
  });
  afterAll(async () => {
    project?.remove();
    await plane?.stop();
    rmSync(bin, { recursive: true, force: true });
  });

  const diff = (...flags: readonly string[]): Ran =>
    project.run('diff', '--live', '--kubeconfig', plane.kubeconfig, '--env', 'prod', '--no-typecheck', ...flags);
  const rendered = () =>
    filesOf('prod', join(project.root, 'dist')).filter(
      ({ path, object }) => !steersArgocd(path) && object !== undefined,
    );
  const web = () => {
    const found = rendered().find(({ object }) => object.kind === 'Deployment');
    if (found === undefined) throw new Error('nothing renders a Deployment');
    return found.object.value;
  };
  /** As Argo CD syncs it: by the server, with its annotation. */
  const sync = async () => {
    for (const { object } of rendered()) {
      const { metadata, ...rest } = structuredClone(object.value) as Record<string, Record<string, object>>;
      const id = `prod-${object.app}:${object.group}/${object.kind}:${object.namespace ?? ''}/${object.name}`;
      const annotations = { ...metadata?.['annotations'], [TRACKING]: id };
      const query = '?fieldManager=argocd-controller&force=true';
      await plane.api.apply({ ...rest, metadata: { ...metadata, annotations } }, query);
    }
  };

  it('14.2 finds all of a new cluster missing, and exits with 1', async () => {
    await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'game-2048' } });
    const ran = diff('--format', 'json');
    expect([ran.code, ran.stderr]).toEqual([1, '']);
    const { changes } = JSON.parse(ran.stdout);
    const added = changes.filter(({ kind }: { kind: string }) => kind === 'added');
    expect(added).toHaveLength(rendered().filter(({ object }) => object.kind !== 'Namespace').length);
  });

  it('14.2 finds nothing to do where Argo CD has synced, and exits with 0', async () => {
    await sync();
    const ran = diff();
    expect([ran.code, ran.stderr, ran.stdout]).toEqual([0, '', 'no differences\n']);
  });

  it('14.2 tells what the source brings, what somebody changed there, and what nobody renders; and stores nothing', async () => {
    const before = await plane.api.get(web());
    await plane.api.patch(web(), { spec: { minReadySeconds: 77, revisionHistoryLimit: 7 } });
    await plane.api.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'left',
        namespace: 'game-2048',
        annotations: { [TRACKING]: 'prod-shop:/ConfigMap:game-2048/left' },
      },
    });
    project.edit('apps/shop.ts', 'podinfo:6.14.1', 'podinfo:6.14.2');
    const ran = diff('--format', 'json');
    expect(ran.code).toBe(1);
    const { changes } = JSON.parse(ran.stdout);
    expect(
      changes.map((one: Record<string, unknown>) => [one['kind'], one['live'], one['field'], one['risk']]),
    ).toEqual([
      ['removed', 'nobody', '', expect.any(String)],
      ['changed', 'drift', 'spec.revisionHistoryLimit', expect.any(String)],
      ['changed', 'source', 'spec.template.spec.containers.web.image', 'restart'],
    ]);
    const { spec } = await plane.api.get(web());
    expect(spec.template).toEqual(before.spec.template);
    expect(spec.revisionHistoryLimit).toBe(7);
    // What the source does not set is nobody's to change: Argo CD leaves it.
    expect(spec.minReadySeconds).toBe(77);
    expect(diff('--fail-on', 'refused').code).toBe(0);
  });
});
