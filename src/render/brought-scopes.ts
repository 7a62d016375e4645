import type { KindScopes } from '../knowledge/kubernetes/kinds';
import { scopesAmong } from '../model/custom-kind';
import { defined } from '../model/defined';
import { type Problem, ToolError } from '../model/errors';
import { deepFreeze } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';
import { scopeProblem, withoutNamespace } from './to-object';

/**
 * The objects as the definitions among them say: a kind of the whole cluster has no namespace, and another names one.
 * @param around other objects of the cluster, whose definitions count too
 * @throws ToolError APP_RENDER for an object that lives in a namespace and names none
 */
export function inBroughtScopes(
  objects: readonly RenderedObject[],
  around: readonly RenderedObject[] = [],
): readonly RenderedObject[] {
  const scopes = scopesAmong([...around, ...objects]);
  if (scopes === undefined) return objects;
  const problems = objects.flatMap((object) => problemOf(object, scopes) ?? []);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return objects.map((object) => inScope(object, scopes));
}

function inScope(object: RenderedObject, scopes: KindScopes): RenderedObject {
  const value = withoutNamespace(object.value, scopes);
  if (value === object.value) return object;
  const { namespace: _namespace, ...rest } = object;
  return { ...rest, value: deepFreeze(value) };
}

function problemOf(object: RenderedObject, scopes: KindScopes): Problem | undefined {
  const problem = scopeProblem(object, scopes);
  const path = `${object.environment} › ${object.app} › ${object.construct}`;
  return problem && { ...problem, path, ...defined({ place: object.source() }) };
}
