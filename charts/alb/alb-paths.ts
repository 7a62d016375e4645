import type { AlbTargetGroupSettings } from '../../src/knowledge/aws/alb-target-group-settings';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { SharedOut } from '../shared/shared-out';
import { actionName, nameByShares, type PathTexts } from './action-names';
import { type AlbAction, actionText, serviceNames } from './alb-actions';
import { type AlbConditions, type AlbRewrites, conditionsText, rewritesText } from './alb-conditions';
import { actionNameOf, type BackendInput, sharedOutOf } from './backend';

/** One path of a host, with a backend or an action. */
export interface AlbPath {
  /** What the path of a request begins with, or is. `@default` / */
  readonly path?: string;
  /** Prefix takes whole path segments; ImplementationSpecific may hold `*` and `?`. `@default` Prefix */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  /** The Service that answers. Give this or `action`. */
  readonly backend?: BackendInput;
  /** What the load balancer does itself. Give this or `backend`. On EKS only. */
  readonly action?: AlbAction;
  /** What a request has to be like beside host and path. On EKS only. `@default` - anything */
  readonly conditions?: AlbConditions;
  /** What becomes of its address on the way to the backend. On EKS only. `@default` - it stays as it is */
  readonly rewrite?: AlbRewrites;
  /**
   * Settings of the backend's own target group, where they differ from those of the Ingress. They become annotations of
   * its Service, and count for every Ingress that leads to it; so the Service is one of this app. On EKS only.
   * `@default` - those of the Ingress
   */
  readonly targetGroup?: AlbTargetGroupSettings;
}

/** The actions of all paths under their names. */
export interface NamedActions {
  /** Texts of annotations by their keys. */
  readonly texts: Readonly<Record<string, string>>;
  /** Name of the action that a path uses; undefined for one that leads to its Service. */
  readonly nameOf: (path: AlbPath) => string | undefined;
}

/** A path with conditions has an action of its own: those of a Service would count for all paths that lead to it. */
export function namedActions(paths: readonly AlbPath[], environment: Environment, problems: Problems): NamedActions {
  const made = new Map<AlbPath, NamedAction>();
  for (const path of paths) {
    judgePath(path, environment, problems);
    const named = namedAction(path, environment, problems);
    if (named !== undefined) made.set(path, named);
  }
  const contents = new Map<string, Set<string>>();
  for (const { name, texts } of made.values())
    contents.set(name, (contents.get(name) ?? new Set()).add(JSON.stringify(texts)));
  const nameOf = (path: AlbPath) => {
    const one = made.get(path);
    if (one === undefined) return undefined;
    return (contents.get(one.name)?.size ?? 0) > 1 ? nameByShares(one.name, one.texts) : one.name;
  };
  const texts: Record<string, string> = {};
  for (const [path, { texts: own }] of made) {
    const name = nameOf(path) ?? '';
    texts[`actions.${name}`] = own.action;
    if (own.conditions !== undefined) texts[`conditions.${name}`] = own.conditions;
    if (own.transforms !== undefined) texts[`transforms.${name}`] = own.transforms;
  }
  return { texts, nameOf };
}

interface NamedAction {
  readonly name: string;
  readonly texts: PathTexts;
}

/** Undefined for a path that leads to its Service. */
function namedAction(path: AlbPath, environment: Environment, problems: Problems): NamedAction | undefined {
  const shared = sharedOutAt(path, environment);
  if (shared !== undefined) return { name: shared.name, texts: { action: shared.text } };
  const action = actionOf(path);
  if (action === undefined) return undefined;
  const texts: PathTexts = {
    action: actionText(action, problems),
    ...defined({
      conditions: path.conditions && conditionsText(path.conditions, problems),
      transforms: path.rewrite && rewritesText(path.rewrite, problems),
    }),
  };
  return { name: actionName(action, texts, serviceNames(action, problems)), texts };
}

/** The action that a Rollout keeps for the backend of a path. */
export function sharedOutAt({ backend }: AlbPath, environment: Environment): SharedOut | undefined {
  return backend === undefined || environment.platform !== 'eks' ? undefined : sharedOutOf(backend);
}

function actionOf({ action, backend, conditions, rewrite }: AlbPath): AlbAction | undefined {
  if (action !== undefined || backend === undefined) return action;
  if ((conditions === undefined && rewrite === undefined) || actionNameOf(backend) !== undefined) return undefined;
  return { forward: [{ backend, weight: 1 }] };
}

function judgePath(one: AlbPath, environment: Environment, problems: Problems): void {
  const { path = '/', backend, action, conditions, rewrite, targetGroup } = one;
  problems.unless(
    (backend === undefined) !== (action === undefined),
    `path "${path}" has ${backend === undefined ? 'neither backend nor action' : 'both a backend and an action'}.`,
    'give one of them.',
  );
  const named = backend === undefined ? undefined : actionNameOf(backend);
  problems.unless(
    named === undefined || (conditions === undefined && rewrite === undefined),
    `path "${path}" takes the action "${named}" from an annotation, and has conditions or a rewrite of its own.`,
    `write them as the annotations conditions.${named} and transforms.${named}.`,
  );
  problems.unless(
    sharedOutAt(one, environment) === undefined || (conditions === undefined && rewrite === undefined),
    `path "${path}" has conditions or a rewrite, and a Rollout shares its requests out by an action that it keeps for all paths of the Service.`,
    'remove them, or lead the path to a Service without a Rollout.',
  );
  problems.unless(
    targetGroup === undefined || backend !== undefined,
    `path "${path}" has targetGroup, and no backend whose target group it could be.`,
    'remove it.',
  );
  if (environment.platform === 'eks') return;
  const only = Object.entries({ action, conditions, rewrite }).filter(([, value]) => value !== undefined);
  for (const [property] of only) {
    problems.add(
      `path "${path}" has ${property === 'action' ? 'an action' : property}, which only a load balancer of AWS can do; environment ${environment.name} is a plain cluster.`,
      "add the path only where Environment.of(scope).platform is 'eks'.",
    );
  }
}
