import { check } from '../../checks/engine/check';
import { RULES } from '../../checks/registry';
import { isSteeringApp } from '../../knowledge/argocd/output-paths';
import { placeOf } from '../../knowledge/argocd/parse-output-path';
import { committedObjects, readCommitted } from '../../load/committed';
import { requireReadOutput } from '../../load/committed-file';
import { steeringApp } from '../../model/consumer';
import { defined } from '../../model/defined';
import type { Verdict } from '../../model/finding';
import { identityKey } from '../../model/identity';
import type { RenderedObject } from '../../model/rendered-object';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';
import { Stages } from './stages';

/** What a report says about each rule. */
export const RULE_DESCRIPTIONS = RULES.map(({ id, severity, summary, why, see }) => ({
  id,
  severity,
  summary,
  why,
  see,
}));

/**
 * Judges what a cluster gets. A run of some apps takes the environment's other objects from the committed
 * output as context, so that its findings equal those of a full run.
 * @param before what was committed of objects that are rendered otherwise now
 * @throws ToolError OUTPUT where that cannot be read
 */
export function checkEnvironment(
  project: Project,
  { environment, objects, apps, files }: RenderedEnvironment,
  before: ReadonlyMap<string, RenderedObject>,
  stages = new Stages(),
): Verdict {
  // What is rendered to a path now is what the path says.
  const except = new Set(files.map((file) => file.path));
  const selection = { except, ...defined({ memory: project.memory }) };
  const read = () => readCommitted(project.roots.out, environment.name, selection);
  const { objects: committed, unread } = stages.time('context', read);
  const rendersNow = new Set(project.apps.apps.map(({ definition }) => definition.name));
  // What nobody reads of the apps that are rendered now is written again, or taken away.
  if (project.partial) requireReadOutput(unread.filter(({ path }) => !rendersNow.has(placeOf(path).app)));
  const former = project.partial ? formerObjects(project, objects, committed) : [];
  const context = project.partial ? [...contextOf(project, committed), ...former] : [];
  const input = {
    environment,
    objects: [...objects, ...context],
    ...(project.partial
      ? { judgedApps: new Set([...project.apps.apps.map((a) => a.definition.name), steeringApp(environment)]) }
      : {}),
    schemas: project.schemasOf(environment),
    appOwners: new Map(apps.map(({ definition }) => [definition.name, definition.owner])),
    environments: project.environments,
    committed: committedObjects(committed),
    before,
    formerApps: new Set(former.map(({ app }) => app)),
  };
  return stages.time('checks', () => check(input));
}

/** The committed objects of the apps that this run does not render. */
function contextOf(project: Project, committed: readonly RenderedObject[]): readonly RenderedObject[] {
  const loaded = new Set(project.apps.apps.map((app) => app.definition.name));
  return committed.filter((object) => !loaded.has(object.app) && project.apps.names.includes(object.app));
}

/**
 * What is rendered now, and was rendered by apps without a module any more: only a run of everything takes it away, so
 * both stand in the output. The rest of theirs is as good as gone.
 */
function formerObjects(
  { apps }: Project,
  objects: readonly RenderedObject[],
  committed: readonly RenderedObject[],
): readonly RenderedObject[] {
  const theirs = committed.filter(({ app }) => !isSteeringApp(app) && !apps.names.includes(app));
  if (theirs.length === 0) return [];
  const now = new Set(objects.map(identityKey));
  return theirs.filter((object) => now.has(identityKey(object)));
}
