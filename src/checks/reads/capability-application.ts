import { wrongClusterArn } from '../../grammar/arn';
import { NOTIFICATIONS } from '../../knowledge/argocd/capability';
import { at, type FieldPath, type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import type { Tell } from '../engine/rule';

/** `{{server}}`, which an ApplicationSet fills in. */
const PLACEHOLDER = /\{\{/;
const ADDRESS = /^https?:/;

/** Annotations that ask for notifications. @param path of the metadata */
export function judgeSubscriptions(value: JsonValue, path: FieldPath, tell: Tell): void {
  for (const key of Object.keys(mapAt(value, ...path, 'annotations'))) {
    if (!key.startsWith(NOTIFICATIONS)) continue;
    const what = `the annotation ${key} is for the notifications controller. That of the EKS capability brings no triggers of its own, and passes over an argocd-notifications-cm without the label that turns it on; until that is there, nobody is told anything.`;
    const fix = 'make the ConfigMap as AWS describes it, or remove the annotation and alert on events or metrics.';
    tell({ severity: 'warning', path: [...path, 'annotations', key], found: key, what, fix });
  }
}

/** An Application's own spec, or that of an ApplicationSet's template. */
export function judgeApplicationSpec(value: JsonValue, path: FieldPath, tell: Tell): void {
  judgeDestination(at(value, ...path, 'destination'), [...path, 'destination'], tell);
  const single = [
    [...path, 'source'],
    [...path, 'sourceHydrator', 'drySource'],
  ];
  const several = listAt(value, ...path, 'sources').map((_source, index) => [...path, 'sources', index]);
  for (const source of [...single, ...several]) {
    const plugin = at(value, ...source, 'plugin');
    if (plugin === undefined) continue;
    const name = textAt(plugin, 'name') ?? 'a plugin';
    tell({
      path: [...source, 'plugin'],
      found: name,
      what: `it is rendered by ${name === 'a plugin' ? name : `the plugin ${name}`}, and the EKS capability runs no plugins. It never syncs.`,
      fix: 'render the objects before they are committed, and sync their folder.',
    });
  }
}

function judgeDestination(destination: JsonValue | undefined, path: FieldPath, tell: Tell): void {
  const [server = '', name = ''] = [textAt(destination, 'server'), textAt(destination, 'name')];
  if (server !== '' && name !== '') {
    tell({
      path: [...path, 'name'],
      found: name,
      what: `its destination has the name ${name} and the server ${server}, and Argo CD takes one of the two. It never syncs.`,
      fix: 'leave `name` out.',
    });
  }
  judgeServer(server, [...path, 'server'], tell);
}

/** A destination of a project may be a pattern, or begin with ! for what it forbids. */
export function judgeProjectServer(destination: JsonValue, path: FieldPath, tell: Tell): void {
  const server = textAt(destination, 'server') ?? '';
  if (ADDRESS.test(server) || !/[*?[{!]/.test(server)) judgeServer(server, [...path, 'server'], tell);
}

/** The capability knows a cluster by its ARN. */
export function judgeServer(server: string, path: FieldPath, tell: Tell): void {
  if (server === '' || PLACEHOLDER.test(server)) return;
  const wrong = ADDRESS.test(server) ? 'its own too' : wrongClusterArn(server);
  if (wrong === undefined) return;
  tell({
    path,
    found: server,
    wanted: 'the ARN of an EKS cluster',
    what: ADDRESS.test(server)
      ? `its destination is ${server}, and the EKS capability knows clusters by their ARN, its own too. It never syncs.`
      : `its destination is ${server}, and the EKS capability knows clusters by their ARN: ${wrong}. It never syncs.`,
    fix: 'set `server` to the ARN of the cluster.',
  });
}
