import { MOST_OBJECTS, NEARLY } from '../../knowledge/argocd/capability';
import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { ARGOCD_APP } from '../../knowledge/argocd/output-paths';
import { deliveryName } from '../../model/delivery-name';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import type { CheckContext, RuleFinding, Tell } from '../engine/rule';

type TellOf = (object: RenderedObject) => Tell;

/** Applications that hold more objects than the EKS capability takes, root among them; and those that nearly do. */
export function judgeLimits({ objects, judged, environment }: CheckContext, tellOf: TellOf): void {
  const applications = new Map(
    judged
      .filter(({ app, group, kind }) => app === ARGOCD_APP && group === ARGOCD_GROUP && kind === 'Application')
      .map((object) => [object.name, object]),
  );
  const set = judged.find(
    ({ app, group, kind }) => app === ARGOCD_APP && group === ARGOCD_GROUP && kind === 'ApplicationSet',
  );
  if (applications.size === 0 && set === undefined) return;
  const applicationOf = (app: string) => applications.get(deliveryName(environment, app)) ?? set;
  const apps = namespacesByApp(objects);
  for (const [app, namespaces] of apps) {
    const application = applicationOf(app);
    const finding = application === undefined ? undefined : tooManyObjects(app, namespaces);
    if (application !== undefined && finding !== undefined) tellOf(application)(finding);
  }
  const last = [...apps.keys()].sort(byCodeUnit).at(-1) ?? '';
  const application = applicationOf(last);
  const finding = tooManyInRoot(objects.filter(({ app }) => app === ARGOCD_APP).length);
  if (application !== undefined && finding !== undefined) tellOf(application)(finding);
}

/** Root holds every Application and project of the environment. */
function tooManyInRoot(count: number): RuleFinding | undefined {
  if (count < MOST_OBJECTS * NEARLY) return undefined;
  const over = count > MOST_OBJECTS;
  return {
    path: [],
    found: String(count),
    wanted: `at most ${MOST_OBJECTS}`,
    what: `it is one of ${count} Applications and projects that root brings, and the EKS capability takes ${MOST_OBJECTS} objects in one Application.${over ? ' It does not sync root, so no app of the environment is delivered.' : ''}`,
    fix: 'join small apps of one owner, or give some of them to an environment with a cluster and a capability of its own.',
    ...(over ? {} : { severity: 'warning' as const }),
  };
}

/** Objects of each app by namespace; '' for those without one. */
function namespacesByApp(objects: readonly RenderedObject[]): ReadonlyMap<string, Map<string, number>> {
  const apps = new Map<string, Map<string, number>>();
  for (const { app, namespace = '' } of objects) {
    if (app === ARGOCD_APP) continue;
    let namespaces = apps.get(app);
    if (namespaces === undefined) {
      namespaces = new Map();
      apps.set(app, namespaces);
    }
    namespaces.set(namespace, (namespaces.get(namespace) ?? 0) + 1);
  }
  return apps;
}

function tooManyObjects(app: string, namespaces: ReadonlyMap<string, number>): RuleFinding | undefined {
  const count = [...namespaces.values()].reduce((sum, one) => sum + one, 0);
  if (count < MOST_OBJECTS * NEARLY) return undefined;
  const over = count > MOST_OBJECTS;
  const [largest] = [...namespaces]
    .filter(([name]) => name !== '')
    .sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
  const part =
    largest === undefined || namespaces.size === 1
      ? 'some of its charts'
      : `what lies in namespace ${largest[0]} (${largest[1]} objects)`;
  return {
    path: ['spec', 'source', 'path'],
    found: String(count),
    wanted: `at most ${MOST_OBJECTS}`,
    what: over
      ? `app ${app} renders ${count} objects, and the EKS capability takes ${MOST_OBJECTS} in one Application. It does not sync the app.`
      : `app ${app} renders ${count} objects, and the EKS capability takes ${MOST_OBJECTS} in one Application. What a commit replaces counts until it is deleted, so the app is near to syncing no more.`,
    fix: `move ${part} to an app of its own; see “Splitting an app” in docs/argo-cd.md.`,
    ...(over ? {} : { severity: 'warning' as const }),
  };
}
