import { ownOf } from '../../../grammar/own';
import {
  CONFIRMATIONS,
  DESTRUCTIVE_OPTIONS,
  HOOKS,
  SYNC_OPTIONS,
  TRACKING_ID,
  TRACKING_LABELS,
} from '../../../knowledge/argocd/annotations';
import { isByArgocd } from '../../../model/consumer';
import { deliveryName, ROOT } from '../../../model/delivery-name';
import type { Environment } from '../../../model/environment';
import type { Severity } from '../../../model/finding';
import { lossOf } from '../../../model/irreplaceable';
import { mapAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { Tell, WholeRule } from '../../engine/rule';
import { judgeHook } from '../../reads/hooks';

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
  checkAll({ judged, objects, environment, environments, index }, tellOf) {
    if (!isByArgocd(environment)) return;
    // The root, which holds the Applications, prunes whatever it takes for its own.
    const apps = new Set([...objects.map(({ app }) => app), ROOT]);
    const named = (one: Environment) => [...apps].map((app) => deliveryName(one, app));
    const applications = { own: new Set(named(environment)), others: new Set(environments.flatMap(named)) };
    for (const object of judged) {
      const tell = tellOf(object);
      judgeLabels(object, deliveryName(environment, object.app), applications, tell);
      judgeAnnotations(object, index, tell);
      judgeConfirmation(object, environment, tell);
    }
  },
};

function judgeAnnotations(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  if (annotations[SYNC_OPTIONS] !== undefined) judgeOptions(String(annotations[SYNC_OPTIONS]), tell);
  for (const key of HOOKS)
    if (annotations[key] !== undefined) judgeHook(object, [key, String(annotations[key])], index, tell);
  if (annotations[TRACKING_ID] !== undefined) tellTracking(String(annotations[TRACKING_ID]), tell);
}

/** What holds data, machines or an address goes when somebody confirms it, or never. */
function judgeConfirmation(object: RenderedObject, environment: Environment, tell: Tell): void {
  const loss = lossOf(object, object.value, environment);
  const options = mapAt(object.value, 'metadata', 'annotations')[SYNC_OPTIONS];
  if (loss === undefined || typeof options !== 'string') return;
  for (const option of options.split(',').map((one) => one.trim())) {
    const [name = '', value] = option.split('=');
    if (!CONFIRMATIONS.some(([known]) => known === name) || value === 'confirm' || value === 'false') continue;
    tell({
      path: ['metadata', 'annotations', SYNC_OPTIONS],
      found: option,
      wanted: `${name}=confirm`,
      what: `with the sync option ${option}, Argo CD deletes it without asking, and with it goes ${loss.lost}.`,
      fix: `remove the option, or write ${name}=confirm or ${name}=false.`,
    });
  }
}

interface Applications {
  /** Those of the environment. */
  readonly own: ReadonlySet<string>;
  /** Those that other environments may have. */
  readonly others: ReadonlySet<string>;
}

/** @param application the one that the object belongs to */
function judgeLabels(object: RenderedObject, application: string, { own, others }: Applications, tell: Tell): void {
  const labels = mapAt(object.value, 'metadata', 'labels');
  for (const label of Object.values(TRACKING_LABELS)) {
    const named = labels[label];
    if (typeof named !== 'string' || named === application) continue;
    if (label === TRACKING_LABELS.own || own.has(named)) tellOtherApplication(label, named, tell);
    // Whether one Argo CD serves both environments is not written anywhere.
    else if (others.has(named)) tellOtherApplication(label, named, tell, 'warning');
  }
}

function judgeOptions(options: string, tell: Tell): void {
  for (const option of options.split(',')) {
    const effect = ownOf(DESTRUCTIVE_OPTIONS, option.trim());
    if (effect === undefined) continue;
    tell({
      path: ['metadata', 'annotations', SYNC_OPTIONS],
      found: option.trim(),
      what: `with the sync option ${option.trim()}, Argo CD ${effect}.`,
      fix: 'remove the option; where it has to be, silence this rule with the reason.',
    });
  }
}

function tellOtherApplication(label: string, found: string, tell: Tell, severity: Severity = 'error'): void {
  tell({
    severity,
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
