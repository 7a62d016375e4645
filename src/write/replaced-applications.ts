import { ARGOCD_GROUP } from '../knowledge/argocd/kinds';
import { ARGOCD_APP, isSteeringApp, kindInPath } from '../knowledge/argocd/output-paths';
import { appFolderOf, parseOutputPath, placeOf } from '../knowledge/argocd/parse-output-path';
import { KUSTOMIZE_GROUP } from '../knowledge/flux/kinds';
import type { Problem } from '../model/errors';
import { type JsonValue, textAt } from '../model/json';
import { replacedKustomizations } from './replaced-kustomizations';

const KUSTOMIZATION = kindInPath(KUSTOMIZE_GROUP, 'Kustomization');
const KINDS: ReadonlySet<string | undefined> = new Set([
  ...['Application', 'ApplicationSet'].map((kind) => kindInPath(ARGOCD_GROUP, kind)),
  KUSTOMIZATION,
]);

export interface SteeringChange {
  /** Paths as Argo CD has them, and paths that are rendered now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What was committed at a path; undefined where it cannot be read. */
  readonly objectAt: (path: string) => JsonValue | undefined;
  /** Argo CD's namespace, where Applications lie now. */
  readonly argocdIn: (environment: string) => string | undefined;
  readonly isAllowed: (path: string) => boolean;
}

/** Whether an Application, a set of them, or a Kustomization of Flux stands at a path of the output. */
export function isApplication(path: string): boolean {
  return isSteeringApp(placeOf(path).app) && KINDS.has(parseOutputPath(path)?.kind);
}

/** The Applications that `replacedApplications` reads: each that goes, and one of those that stay, for its namespace. */
export function applicationsToRead(before: readonly string[], after: ReadonlySet<string>): readonly string[] {
  const applications = before.filter(isApplication);
  const stay = applications.filter((path) => after.has(path));
  const first = new Map(stay.map((path) => [appFolderOf(path), path] as const));
  return [...applications.filter((path) => !after.has(path)), ...first.values()];
}

/**
 * Applications that go while their apps stay: they have another name (`gitops.id`) or another namespace, or there is
 * no `gitops` any more. Argo CD deletes the objects of each, whatever the new ones bring.
 */
export function replacedApplications(change: SteeringChange): readonly Problem[] {
  const { before, after, objectAt, isAllowed } = change;
  const rendered = new Set(after);
  const apps = new Set(after.map(appFolderOf));
  // Each tool has a folder and a namespace of its own: where one takes the place of the other, only what goes is lost.
  const moved = new Set(
    applicationsToRead(before, rendered)
      .filter((path) => isMoved(path, change))
      .map(appFolderOf),
  );
  const lost = before.filter((path) => {
    if (!isApplication(path) || isAllowed(path)) return false;
    return rendered.has(path) ? moved.has(appFolderOf(path)) : syncsOneOf(apps, path, objectAt(path));
  });
  const problems: Problem[] = [];
  for (const environment of new Set(lost.map(environmentOf))) {
    const [kustomizations, applications] = split(lost.filter((path) => environmentOf(path) === environment));
    if (applications.length > 0) problems.push(replaced(environment, applications, change));
    if (kustomizations.length === 0) continue;
    problems.push(replacedKustomizations(environment, kustomizations.length, some(kustomizations.map(nameOf))));
  }
  return problems;
}

function split(
  paths: readonly string[],
): readonly [kustomizations: readonly string[], applications: readonly string[]] {
  return [paths.filter(isKustomization), paths.filter((path) => !isKustomization(path))];
}

function isKustomization(path: string): boolean {
  return parseOutputPath(path)?.kind === KUSTOMIZATION;
}

/** The path of an Application says nothing of its namespace. */
function isMoved(path: string, { objectAt, argocdIn }: SteeringChange): boolean {
  const namespace = textAt(objectAt(path), 'metadata', 'namespace');
  return namespace !== undefined && namespace !== argocdIn(environmentOf(path));
}

/** Whether it is about an app that is rendered still. One that cannot be read may be. */
function syncsOneOf(apps: ReadonlySet<string>, path: string, object: JsonValue | undefined): boolean {
  const app = syncedApp(object);
  return app === undefined || apps.has(`${environmentOf(path)}/${app}`);
}

/** The app whose folder an Application or a Kustomization syncs. */
export function syncedApp(application: JsonValue | undefined): string | undefined {
  const path = textAt(application, 'spec', 'source', 'path') ?? textAt(application, 'spec', 'path');
  return path?.split('/').pop();
}

const NAMED = 3;

function replaced(environment: string, lost: readonly string[], { before, after }: SteeringChange): Problem {
  const ofThis = (path: string) => isApplication(path) && !isKustomization(path) && environmentOf(path) === environment;
  const names = lost.filter(ofThis).map(nameOf);
  const all = before.filter(ofThis).length;
  const known = new Set(before);
  const added = after.filter((path) => ofThis(path) && !known.has(path)).map(nameOf);
  const now = added.length > 0 ? added : after.filter(ofThis).map(nameOf);
  const isOne = all === 1;
  const which = isOne
    ? `the Application ${names[0]} of ${environment} would be deleted from Argo CD while its app stays`
    : `${names.length === all ? 'all' : `${names.length} of the`} ${all} Applications of ${environment} would be deleted from Argo CD while their apps stay: ${some(names)}`;
  const others = now.length === 1 ? 'Another comes instead' : 'Others come instead';
  const instead = now.length === 0 ? `No other${isOne ? ' comes' : 's come'}.` : `${others}: ${some(now)}.`;
  return {
    message: `${which}. ${instead} With ${isOne ? 'it' : 'each'} go all objects that it made, Pods, volumes and load balancers too, before anything is created again. Applications are named and placed by \`gitops.id\`, \`gitops.namespace\` and \`gitops.consumer\`.`,
    fix: `set \`gitops\` of ${environment} back to what it was; if all of that is meant: --allow-delete ${environment}/${ARGOCD_APP}`,
  };
}

function environmentOf(path: string): string {
  return placeOf(path).environment;
}

function nameOf(path: string): string {
  return parseOutputPath(path)?.name ?? path;
}

function some(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
