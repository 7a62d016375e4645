import { check } from '../../checks/engine/check';
import { RULES } from '../../checks/registry';
import { ARGOCD_APP } from '../../knowledge/argocd/output-paths';
import { committedObjects, readCommittedObjects } from '../../load/committed';
import { defined } from '../../model/defined';
import type { Verdict } from '../../model/finding';
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
 */
export function checkEnvironment(
  project: Project,
  { environment, objects, apps, files }: RenderedEnvironment,
  stages = new Stages(),
): Verdict {
  // What is rendered to a path now is what the path says.
  const except = new Set(files.map((file) => file.path));
  const selection = { except, ...defined({ memory: project.memory }) };
  const committed = stages.time('context', () => readCommittedObjects(project.roots.out, environment.name, selection));
  const context = project.partial ? contextOf(project, committed) : [];
  const input = {
    environment,
    objects: [...objects, ...context],
    ...(project.partial
      ? { judgedApps: new Set([...project.apps.apps.map((a) => a.definition.name), ARGOCD_APP]) }
      : {}),
    schemas: project.schemasOf(environment),
    appOwners: new Map(apps.map(({ definition }) => [definition.name, definition.owner])),
    environments: project.environments,
    committed: committedObjects(committed),
  };
  return stages.time('checks', () => check(input));
}

/** The committed objects of the apps that this run does not render. */
function contextOf(project: Project, committed: readonly RenderedObject[]): readonly RenderedObject[] {
  const loaded = new Set(project.apps.apps.map((app) => app.definition.name));
  return committed.filter((object) => !loaded.has(object.app) && project.apps.names.includes(object.app));
}
