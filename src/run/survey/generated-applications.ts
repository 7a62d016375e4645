import { applicationsOfSet, elementsOf } from '../../gitops/application-set';
import { readCommittedValue } from '../../load/committed-file';
import type { Environment } from '../../model/environment';
import type { JsonObject } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Project } from './project';
import { applicationSetPath } from './selected-delivery';

/** What Argo CD is told of an environment, as far as its names go. */
export type Delivered = Pick<RenderedObject, 'kind' | 'name' | 'environment'>;

/** The Applications that a set makes. */
export function generatedOf(object: RenderedObject): readonly Delivered[] {
  if (object.kind !== 'ApplicationSet') return [];
  const { environment } = object;
  return applicationsOfSet(object).map((name) => ({ kind: 'Application', name, environment }));
}

/** What the committed set says of apps that this run does not render. */
export function othersOf({ apps, roots, partial }: Project, environment: Environment): readonly JsonObject[] {
  if (!partial || environment.gitops?.consumer !== 'application-set') return [];
  const rendered = new Set(apps.apps.map(({ definition }) => definition.name));
  return elementsOf(readCommittedValue(roots.out)(applicationSetPath(environment))).filter(({ app }) => {
    return typeof app === 'string' && apps.names.includes(app) && !rendered.has(app);
  });
}
