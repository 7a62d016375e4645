import { appNeeds, type Placed, placed } from '../../gitops/flux/dependencies';
import { isSteeringApp } from '../../knowledge/argocd/output-paths';
import { parseOutputPath } from '../../knowledge/argocd/parse-output-path';
import { committedEntries } from '../../load/committed-paths';
import { isFlux } from '../../model/consumer';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import type { RenderedObject } from '../../model/rendered-object';
import type { Project } from './project';

interface Rendered {
  readonly environment: Environment;
  readonly objects: readonly RenderedObject[];
  /** Of custom kinds, by apps that this run does not render. */
  readonly definitions: readonly RenderedObject[];
}

/**
 * The apps that each app waits for where Flux delivers. A run of some apps reads from the paths of the committed output which
 * namespaces the others bring and use, so that it writes what a run of all does.
 */
export function needsOfApps(project: Project, rendered: Rendered): ReadonlyMap<string, readonly string[]> {
  const { environment, objects, definitions } = rendered;
  if (!isFlux(environment.gitops)) return new Map();
  return appNeeds([...objects.map(placed), ...definitions.map(placed), ...othersOf(project, environment.name)]);
}

function othersOf({ apps, partial, roots }: Project, environment: string): readonly Placed[] {
  if (!partial) return [];
  const rendered = new Set(apps.apps.map(({ definition }) => definition.name));
  return committedEntries(roots.out, environment).files.flatMap((path): readonly Placed[] => {
    const parsed = parseOutputPath(path);
    if (parsed === undefined || isSteeringApp(parsed.app)) return [];
    const { app, namespace, kind, name = '' } = parsed;
    if (rendered.has(app) || !apps.names.includes(app)) return [];
    return [{ app, type: kind === 'namespace' ? '/Namespace' : '', name, ...defined({ namespace }) }];
  });
}
