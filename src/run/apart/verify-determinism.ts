import { withSyncAnnotations } from '../../gitops/sync-annotations';
import type { LoadedApp } from '../../model/app';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { isToolError, type Problem, ToolError } from '../../model/errors';
import type { JsonValue } from '../../model/json';
import { diffObjects } from '../../model/object-diff';
import type { RenderedObject } from '../../model/rendered-object';
import { SecretValues } from '../../model/secret-values';
import { inBroughtScopes } from '../../render/brought-scopes';
import { valueText } from '../../report/value-text';
import type { Project } from '../survey/project';
import { type RenderedEnvironment, renderEnvironment } from '../survey/render-environment';
import { throwStray } from '../threads/stray-errors';
import { type Disagreement, disagreementProblems } from './nondeterminism';
import { type RenderedApart, renderApart } from './render-apart';

/**
 * Renders every app for every environment here and, beside that, in a process that answers as another machine on
 * another day would; then compares the objects field by field.
 * @throws ToolError NONDETERMINISM naming the objects and fields that differ, and what the app asked for; and what
 * rendering throws
 */
export async function verifyDeterminism(project: Project, sandbox: boolean): Promise<void> {
  const { roots, apps, environments, selected, schemasOf, stock } = project;
  const again = await renderApart({
    roots,
    bundled: apps,
    environments: selected,
    all: environments,
    schemasOf,
    stock,
    sandbox,
    elsewhere: true,
  });
  try {
    const rendered = renderHere(project);
    const second = await again.result();
    // What came too late here came too late there.
    throwStray();
    const found = [...differences(project, rendered, second)];
    if (found.length > 0) throw new ToolError('NONDETERMINISM', disagreementProblems(found, second.reads));
  } finally {
    again.end();
  }
}

/** @throws ToolError APP_RENDER with the problems of all apps in all environments, or COLLISION */
function renderHere(project: Project): readonly RenderedEnvironment[] {
  const problems: Problem[] = [];
  const complete: RenderedEnvironment[] = [];
  for (const environment of project.selected) {
    const rendered = renderEnvironment(project, environment, () => undefined);
    if ('problems' in rendered) problems.push(...rendered.problems);
    else complete.push(rendered);
  }
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  return complete;
}

function* differences(
  { apps: { apps } }: Project,
  rendered: readonly RenderedEnvironment[],
  second: RenderedApart,
): Generator<Disagreement> {
  yield* declarations(apps, second);
  for (const { environment, objects } of rendered) {
    for (const app of apps) {
      const { name, skip } = app.definition;
      if (skip?.[environment.name] !== undefined) continue;
      const first = objects.filter((object) => object.app === name);
      yield* disagreements(app, environment, { first, objects }, second);
    }
  }
}

/** Owner, namespace and environments left out, as the module said when it was run a second time. */
function* declarations(apps: readonly LoadedApp[], second: RenderedApart): Generator<Disagreement> {
  const again = new Map(second.apps.map(({ definition }) => [definition.name, definition]));
  for (const { definition, modulePath } of apps) {
    const place = { file: modulePath, line: 1, column: 1 };
    const other = again.get(definition.name);
    if (other === undefined) {
      const why = second.problems.map((problem) => problem.message).join(' ');
      yield { app: definition.name, where: '', field: '', place, symptom: 'throws', second: why };
      continue;
    }
    for (const field of ['owner', 'namespace', 'skip'] as const) {
      const [was, is] = [valueText(definition[field]), valueText(other[field])];
      if (was !== is) yield { app: definition.name, where: '', field, place, symptom: 'field', first: was, second: is };
    }
  }
}

function* disagreements(
  { definition }: LoadedApp,
  environment: Environment,
  { first, objects }: { readonly first: readonly RenderedObject[]; readonly objects: readonly RenderedObject[] },
  second: RenderedApart,
): Generator<Disagreement> {
  const base = { app: definition.name, environment: environment.name };
  let again: readonly RenderedObject[];
  try {
    again = inBroughtScopes(withSyncAnnotations(second.renderApp(definition, environment), environment), objects);
  } catch (error) {
    if (!isToolError(error)) throw error;
    for (const problem of error.problems) yield { ...base, ...thrown(problem) };
    return;
  }
  const secrets = SecretValues.ofObjects([...first, ...again]);
  const shown = (value: JsonValue | undefined) => valueText(value && secrets.hideIn(value));
  // A construct's path is the object's origin; its name may be what differs.
  const others = new Map(again.map((object) => [object.construct, object]));
  for (const object of first) {
    const other = others.get(object.construct);
    others.delete(object.construct);
    if (other === undefined) yield { ...base, object, where: object.construct, field: '', symptom: 'first-only' };
    else
      for (const { field, before, after } of diffObjects(object.value, other.value)) {
        const values = { first: shown(before), second: shown(after) };
        yield { ...base, object, where: object.construct, field, symptom: 'field', ...values };
      }
  }
  for (const [construct, object] of others) {
    yield { ...base, object, where: construct, field: '', symptom: 'second-only' };
  }
}

function thrown(problem: Problem): Omit<Disagreement, 'app' | 'environment'> {
  const place = defined({ place: problem.place });
  return { where: problem.message, field: '', symptom: 'throws', second: problem.message, ...place };
}
