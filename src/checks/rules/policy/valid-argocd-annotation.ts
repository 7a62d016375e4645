import {
  DESTRUCTIVE_OPTIONS,
  HOOKS,
  SYNC_OPTIONS,
  SYNC_WAVE,
  TRACKING_ID,
} from '../../../knowledge/argocd/annotations';
import { isJsonObject, own } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { Tell, WholeRule } from '../../engine/rule';

export const validArgocdAnnotation: WholeRule = {
  id: 'policy/valid-argocd-annotation',
  severity: 'error',
  summary: 'No annotation makes Argo CD replace an object, run anything but a Job as a hook, or take it for another’s.',
  why: 'Some annotations make Argo CD replace or delete objects at the next sync, without a question. They often arrive with YAML that was copied from a chart or a cluster.',
  see: [
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/',
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/resource_hooks/',
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/resource_tracking/',
  ],
  checkAll({ judged, environment }, tellOf) {
    if (environment.gitops === undefined) return;
    for (const object of judged) {
      const annotations = own(own(object.value, 'metadata'), 'annotations');
      if (!isJsonObject(annotations)) continue;
      if (annotations[SYNC_OPTIONS] !== undefined) judgeOptions(String(annotations[SYNC_OPTIONS]), tellOf(object));
      for (const key of HOOKS)
        if (annotations[key] !== undefined) judgeHook(object, key, String(annotations[key]), tellOf(object));
      if (annotations[TRACKING_ID] !== undefined) tellTracking(String(annotations[TRACKING_ID]), tellOf(object));
    }
  },
};

function judgeOptions(options: string, tell: Tell): void {
  for (const option of options.split(',')) {
    const effect = DESTRUCTIVE_OPTIONS[option.trim()];
    if (effect === undefined) continue;
    tell({
      path: ['metadata', 'annotations', SYNC_OPTIONS],
      found: option.trim(),
      what: `with the sync option ${option.trim()}, Argo CD ${effect}.`,
      fix: 'remove the option; where it has to be, silence this rule with the reason.',
    });
  }
}

/** A hook is deleted before it runs again, and never compared with what is on the cluster. */
function judgeHook(object: RenderedObject, key: string, found: string, tell: Tell): void {
  if ((object.kind === 'Job' && object.group === 'batch') || found === 'Skip') return;
  tell({
    path: ['metadata', 'annotations', key],
    found,
    wanted: 'a Job',
    what: `it is a hook (${found}), so Argo CD deletes it before each sync that runs it, and shows no difference to what is on the cluster.`,
    fix: `remove the annotation, and order objects by ${SYNC_WAVE}; only a Job is a hook.`,
  });
}

function tellTracking(found: string, tell: Tell): void {
  tell({
    path: ['metadata', 'annotations', TRACKING_ID],
    found,
    what: `an annotation says which Application it belongs to (${found}). Argo CD writes that itself; a copied annotation makes the object look like another Application’s.`,
    fix: 'remove the annotation; it came with an object copied from a cluster.',
  });
}
