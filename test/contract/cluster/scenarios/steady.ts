import { identityKey } from '../../../../src/model/identity';
import type { Live } from '../harness/api';
import type { Delivered } from '../harness/delivered';
import { pause, until } from '../harness/processes';

/** Nothing is committed; the cluster stays, or becomes again, what Git says. */
export function staysAsItIs(delivered: () => Delivered): void {
  it('has nothing to do in a second sync', async () => {
    const { plane, argocd } = delivered();
    const before = await versions(delivered());
    for (const name of delivered().names()) {
      const application = await argocd.application(name);
      const { startedAt } = application.status.operationState;
      await pause(1000 - (Date.now() % 1000)); // operations are told apart by the second they start in
      await plane.api.patch(application, { operation: { sync: { revision: delivered().git.revision, prune: true } } });
      const done = await until(`${name} synced again`, 60, async () => {
        const { operation, status } = await argocd.application(name);
        const { phase, startedAt: again, syncResult } = status.operationState;
        return operation === undefined && again !== startedAt && phase === 'Succeeded' ? syncResult : undefined;
      });
      // What was applied is `kind/name unchanged`; a message without a name is about health.
      const changed = (done.resources ?? []).filter(
        ({ message }: Live) => message.includes('/') && !/ unchanged$/.test(message),
      );
      expect([name, changed]).toEqual([name, []]);
    }
    expect(await versions(delivered())).toEqual(before);
  });

  it('heals a hand edit, and what was deleted by hand', async () => {
    const { plane, argocd } = delivered();
    const { object: deployment } = delivered().find('retail-store', 'Deployment');
    const { object: budget } = delivered().find('retail-store', 'PodDisruptionBudget');
    const wanted = await plane.api.get(deployment.value);
    const edited = structuredClone(wanted.spec.template.spec);
    edited.containers[0].image = 'example.com/by-hand:1';
    await plane.api.patch(deployment.value, { spec: { template: { spec: edited } } });
    await plane.api.remove(budget.value);
    await argocd.refresh(delivered().name('retail-store'));
    await until('both are as Git says', 60, async () => {
      const [now, again] = [await plane.api.get(deployment.value), await plane.api.get(budget.value)];
      const images = now.spec.template.spec.containers.map((one: Live) => one.image);
      return !images.includes('example.com/by-hand:1') && again !== undefined ? true : undefined;
    });
    await delivered().settled();
  });
}

/** What the server counts up at every change of an object's wishes; of Applications, whose status Argo CD writes, too. */
async function versions(delivered: Delivered): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const [key, object] of await delivered.live()) {
    const { uid, generation, resourceVersion } = object.metadata;
    // Without a generation every write counts; Argo CD's own objects change by their status and annotations.
    if (object.kind !== 'Application') found[key] = `${uid} ${generation ?? resourceVersion}`;
  }
  expect(found[identityKey({ group: 'apps', kind: 'Deployment', namespace: 'ui', name: 'ui' })]).toBeDefined();
  return found;
}
