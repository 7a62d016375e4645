import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Live } from '../harness/api';
import type { Delivered } from '../harness/delivered';
import type { JudgedFile } from '../harness/dist';
import { until } from '../harness/processes';

/** Long enough that a rollout is seen on its way. */
const READY_AFTER = 6;

/** One commit drops an object and brings what comes in its place: the old one stays until the new one is ready. */
export function replaces(delivered: () => Delivered): void {
  it('3.2a keeps the old configuration until the last Pod that reads it has been replaced', async () => {
    const { plane, project } = delivered();
    const config = named(delivered(), 'retail-store', 'ConfigMap', /^ui-/);
    const workload = named(delivered(), 'retail-store', 'Deployment', /^ui$/);
    const rename = renamer(config.object.name, 'ui-0123456789');
    const seen = new Set<string>();
    rmSync(join(delivered().dist, config.path));
    project.write(
      `dist/${rename(config.path)}`,
      rename(config.content).replace('\ndata:\n', '\ndata:\n  A_NEW_KEY: new\n'),
    );
    project.write(`dist/${workload.path}`, slowly(rename(workload.content)));
    await delivered().push('change configuration');
    await until('the old configuration is gone', 120, async () => {
      const there = (await plane.api.get(config.object.value)) !== undefined;
      const deployment = await plane.api.get(workload.object.value);
      const readers = await readersOf(delivered(), 'ui', config.object.name);
      seen.add(`old configuration ${there ? 'there' : 'gone'}, ${isDone(deployment, 'ui-0123456789', readers)}`);
      return there ? undefined : true;
    });
    expect([...seen]).toContain('old configuration there, Pods are being replaced');
    expect([...seen].filter((state) => state.includes('gone'))).toEqual(['old configuration gone, all Pods are new']);
    await delivered().settled();
  });

  it('3.2a keeps a renamed workload until the new one is available', async () => {
    const { plane, project } = delivered();
    const old = named(delivered(), 'game-2048', 'Deployment', /^game-2048$/);
    const path = old.path.replace('deployment_game-2048', 'deployment_game-renamed');
    const seen = new Set<string>();
    rmSync(join(delivered().dist, old.path));
    const renamed = old.content.replace('\n  name: game-2048\n', '\n  name: game-renamed\n');
    project.write(`dist/${path}`, slowly(renamed));
    const { object } = named(delivered(), 'game-2048', 'Deployment', /^game-renamed$/);
    await delivered().push('rename a workload');
    await until('the old workload is gone', 120, async () => {
      const there = (await plane.api.get(old.object.value)) !== undefined;
      const { status } = (await plane.api.get(object.value)) ?? {};
      seen.add(`old ${there ? 'there' : 'gone'}, new ${status?.availableReplicas > 0 ? '' : 'not '}available`);
      return there ? undefined : true;
    });
    expect([...seen]).toContain('old there, new not available');
    expect([...seen].filter((state) => state.includes('gone'))).toEqual(['old gone, new available']);
    await delivered().settled();
  });
}

function named(delivered: Delivered, app: string, kind: string, name: RegExp): JudgedFile {
  const found = delivered.files().find(({ object: o }) => o.app === app && o.kind === kind && name.test(o.name));
  if (found === undefined) throw new Error(`${app} renders no ${kind} ${name}`);
  return found;
}

const renamer = (from: string, to: string) => (text: string) => text.replaceAll(from, to);

/** A new Pod counts as available only after some seconds. */
function slowly(deployment: string): string {
  return deployment.replace('\nspec:\n', `\nspec:\n  minReadySeconds: ${READY_AFTER}\n`);
}

/** Pods of a namespace that need a ConfigMap and are not being deleted. */
async function readersOf({ plane }: Delivered, namespace: string, configMap: string): Promise<readonly Live[]> {
  const pods = await plane.api.list(`/api/v1/namespaces/${namespace}/pods`);
  return pods.filter(
    ({ metadata, spec }) => metadata.deletionTimestamp === undefined && JSON.stringify(spec).includes(`"${configMap}"`),
  );
}

function isDone({ metadata, spec, status }: Live, configMap: string, readers: readonly Live[]): string {
  const isNew = JSON.stringify(spec).includes(`"${configMap}"`);
  if (!isNew) return 'the Deployment is as it was';
  const seen = status.observedGeneration >= metadata.generation;
  const ready = status.updatedReplicas === spec.replicas && status.availableReplicas === spec.replicas;
  return seen && ready && readers.length === 0 ? 'all Pods are new' : 'Pods are being replaced';
}
