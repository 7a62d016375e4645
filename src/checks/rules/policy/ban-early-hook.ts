import { isByArgocd } from '../../../model/consumer';
import { describeIdentity } from '../../../model/identity';
import type { FieldPath } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { podReferences } from '../../../model/sync/pod-references';
import type { ObjectIndex } from '../../engine/object-index';
import type { PodRule } from '../../engine/rule';
import { madeSecret } from '../../reads/config-keys';
import { isEarlyHook } from '../../reads/hooks';

export const banEarlyHook: PodRule = {
  id: 'policy/ban-early-hook',
  severity: 'error',
  summary: 'What runs before a sync needs nothing that the same sync makes.',
  why: 'Argo CD applies PreSync hooks and waits for their end before it applies anything else of the app. On a new cluster a hook that needs a Namespace, an account or a Secret of its own app never gets it, so the first sync never ends.',
  see: [
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-waves/',
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/resource_hooks/',
  ],
  checkPod(template, { environment, index }, tell) {
    const { owner } = template;
    if (!isByArgocd(environment) || !isEarlyHook(owner)) return;
    const told = new Set<RenderedObject>();
    for (const { needed, path, waits } of needsOf(template, index)) {
      if (needed === undefined || needed.app !== owner.app || isEarlyHook(needed) || told.has(needed)) continue;
      told.add(needed);
      tell({
        path,
        found: needed.name,
        what: `it runs before the sync and needs ${describeIdentity(needed)}, which that sync makes after it. On a cluster that has not got it yet ${waits}, and the sync gets no further.`,
        fix: needed.kind === 'PersistentVolumeClaim' ? BESIDE : BEHIND,
      });
    }
  },
};

const BEHIND =
  'run it within the sync, behind what it needs and before the Pods: argocd.argoproj.io/hook: Sync with sync-wave -1, which is hook: { when: "Sync", wave: -1 } of a OneOffJob; or render what it needs in another app.';
/** A claim comes with the Pods: its class waits for the first of them. */
const BESIDE =
  'run it within the sync: argocd.argoproj.io/hook: Sync, which is hook: { when: "Sync" } of a OneOffJob; or render the claim in another app.';

interface Need {
  /** Undefined where it is not rendered here. */
  readonly needed: RenderedObject | undefined;
  readonly path: FieldPath;
  readonly waits: string;
}

function* needsOf(template: PodTemplate, index: ObjectIndex): Generator<Need> {
  const namespace = template.owner.namespace ?? '';
  yield {
    needed: index.find({ group: '', kind: 'Namespace', name: namespace }),
    path: ['metadata', 'namespace'],
    waits: 'the server refuses the hook',
  };
  for (const { id, path, waits, config } of podReferences(template)) {
    const maker = config === undefined ? undefined : () => madeSecret(index, namespace, config)?.maker;
    yield { needed: index.find(id) ?? maker?.(), path, waits };
  }
}
