import {
  DESTRUCTIVE_OPTIONS,
  HOOKS,
  SYNC_OPTIONS,
  SYNC_WAVE,
  TRACKING_ID,
} from '../../../knowledge/argocd/annotations';
import { describeIdentity } from '../../../model/identity';
import { isJsonObject, own } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { Report, Rule } from '../../engine/rule';

/** What an annotation makes Argo CD do at the next sync, without anybody looking. */
export const validArgocdAnnotation: Rule = {
  id: 'policy/valid-argocd-annotation',
  severity: 'error',
  summary: 'No annotation makes Argo CD replace an object, run one that is no Job as a hook, or take it for another’s.',
  see: 'Argo CD: sync options, resource hooks, resource tracking',
  check({ judged, environment }, report) {
    if (environment.gitops === undefined) return;
    for (const object of judged) {
      const annotations = own(own(object.value, 'metadata'), 'annotations');
      if (!isJsonObject(annotations)) continue;
      if (annotations[SYNC_OPTIONS] !== undefined) reportOptions(object, annotations[SYNC_OPTIONS], report);
      for (const key of HOOKS)
        if (annotations[key] !== undefined) reportHook(object, key, String(annotations[key]), report);
      if (annotations[TRACKING_ID] !== undefined) reportTracking(object, String(annotations[TRACKING_ID]), report);
    }
  },
};

function reportOptions(object: RenderedObject, text: unknown, report: Report): void {
  for (const option of String(text ?? '').split(',')) {
    const effect = DESTRUCTIVE_OPTIONS[option.trim()];
    if (effect === undefined) continue;
    report({
      object,
      path: ['metadata', 'annotations', SYNC_OPTIONS],
      found: option.trim(),
      message: `${describeIdentity(object)} has the sync option ${option.trim()}: Argo CD ${effect}.`,
      fix: 'remove the option; where it has to be, silence this rule with the reason.',
    });
  }
}

/** A hook is deleted before it runs again, and never compared with what is on the cluster. */
function reportHook(object: RenderedObject, key: string, found: string, report: Report): void {
  if ((object.kind === 'Job' && object.group === 'batch') || found === 'Skip') return;
  report({
    object,
    path: ['metadata', 'annotations', key],
    found,
    wanted: 'a Job',
    message: `${describeIdentity(object)} is a hook (${found}): Argo CD deletes it before each sync that runs it, and shows no difference to what is on the cluster.`,
    fix: `remove the annotation, and order objects by ${SYNC_WAVE}; only a Job is a hook.`,
  });
}

function reportTracking(object: RenderedObject, found: string, report: Report): void {
  report({
    object,
    path: ['metadata', 'annotations', TRACKING_ID],
    found,
    message: `${describeIdentity(object)} says which Application it belongs to (${found}). Argo CD writes that itself; a copied one makes it look like another Application’s.`,
    fix: 'remove the annotation; it came with an object copied from a cluster.',
  });
}
