import {
  DESTRUCTIVE_OPTIONS,
  HOOK_DELETE_POLICIES,
  HOOKS,
  SYNC_OPTIONS,
  SYNC_WAVE,
  TRACKING_ID,
  TRACKING_LABELS,
} from '../../../knowledge/argocd/annotations';
import { deliveryName } from '../../../model/delivery-name';
import { type JsonObject, mapAt } from '../../../model/json';
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
  checkAll({ judged, objects, environment }, tellOf) {
    if (environment.gitops === undefined) return;
    const applications = new Set(objects.map(({ app }) => deliveryName(environment, app)));
    for (const object of judged) {
      const tell = tellOf(object);
      judgeLabels(object, deliveryName(environment, object.app), applications, tell);
      judgeAnnotations(object, mapAt(object.value, 'metadata', 'annotations'), tell);
    }
  },
};

function judgeAnnotations(object: RenderedObject, annotations: JsonObject, tell: Tell): void {
  if (annotations[SYNC_OPTIONS] !== undefined) judgeOptions(String(annotations[SYNC_OPTIONS]), tell);
  for (const key of HOOKS) if (annotations[key] !== undefined) judgeHook(object, key, String(annotations[key]), tell);
  if (annotations[TRACKING_ID] !== undefined) tellTracking(String(annotations[TRACKING_ID]), tell);
}

/** @param application the one that the object belongs to */
function judgeLabels(object: RenderedObject, application: string, applications: ReadonlySet<string>, tell: Tell): void {
  const labels = mapAt(object.value, 'metadata', 'labels');
  for (const label of Object.values(TRACKING_LABELS)) {
    const named = labels[label];
    if (typeof named !== 'string' || named === application) continue;
    if (label === TRACKING_LABELS.own || applications.has(named)) tellOtherApplication(label, named, tell);
  }
}

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
  if (found === 'Skip') return;
  if (object.kind === 'Job' && object.group === 'batch') return judgeDeletePolicy(object, tell);
  tell({
    path: ['metadata', 'annotations', key],
    found,
    wanted: 'a Job',
    what: `it is a hook (${found}), so Argo CD deletes it before each sync that runs it, and shows no difference to what is on the cluster.`,
    fix: `remove the annotation, and order objects by ${SYNC_WAVE}; only a Job is a hook.`,
  });
}

/** A hook that stays keeps its name, and a Job of that name cannot be made again. */
function judgeDeletePolicy(object: RenderedObject, tell: Tell): void {
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  for (const key of HOOK_DELETE_POLICIES) {
    const found = annotations[key];
    if (typeof found !== 'string') continue;
    const policies = found.split(',').map((policy) => policy.trim().replaceAll('-', '').toLowerCase());
    const [deleted, kept] = policies.includes('hooksucceeded') ? ['succeeds', 'failed'] : ['fails', 'finished'];
    if (policies.includes('beforehookcreation')) continue;
    if (policies.includes('hooksucceeded') && policies.includes('hookfailed')) continue;
    tell({
      path: ['metadata', 'annotations', key],
      found,
      wanted: 'BeforeHookCreation',
      what: `its hook Job is deleted only when it ${deleted}. A ${kept} one stays, and every later sync stops at it until somebody deletes it by hand.`,
      fix: 'use BeforeHookCreation, which is also what counts where nothing is said.',
      severity: 'warning',
    });
  }
}

function tellOtherApplication(label: string, found: string, tell: Tell): void {
  tell({
    path: ['metadata', 'labels', label],
    found,
    what: `a label says that it belongs to the Application ${found}. An Argo CD that tracks by label takes it for that Application’s: the two undo each other’s syncs, and pruning one deletes it.`,
    fix: 'remove the label, or give it a value that is not the name of an Application.',
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
