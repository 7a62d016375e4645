import { objectPath } from '../knowledge/argocd/output-paths';
import { defined } from '../model/defined';
import { type Problem, ToolError } from '../model/errors';
import { type FileSpec, headerLine } from '../model/file-spec';
import { describeIdentity, identityKey } from '../model/identity';
import { byCodeUnit } from '../model/order';
import type { RenderedObject } from '../model/rendered-object';
import { describePlace } from '../model/source-place';
import { stringifyYaml } from './yaml/stringify';
import { YamlError } from './yaml/yaml-error';

const ALLOWED_PATH = /^[A-Za-z0-9._/-]+$/;

/**
 * Objects of one environment → files, one object each.
 * @param modulePathOf names an app's module, for the header of its files
 * @throws ToolError COLLISION when two objects have one identity or reach one path; APP_RENDER for what YAML cannot hold
 */
export function layout(objects: readonly RenderedObject[], modulePathOf: (app: string) => string): readonly FileSpec[] {
  const collisions = [...sharedIdentities(objects)];
  const problems: Problem[] = [];
  const byPath = new Map<string, FileSpec>();
  for (const object of objects) {
    const path = pathOf(object);
    const folded = path.toLowerCase();
    const other = byPath.get(folded)?.object;
    if (other !== undefined && identityKey(other) !== identityKey(object)) {
      collisions.push(
        collision(`${describeIdentity(other)} and ${describeIdentity(object)} reach one file, ${path}.`, [
          other,
          object,
        ]),
      );
      continue;
    }
    try {
      const content = inOnePiece(headerLine(modulePathOf(object.app)) + stringifyYaml(object.value));
      byPath.set(folded, { path, content, object });
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      problems.push({
        ...where(object),
        message: `${describeIdentity(object)}: ${error.message}`,
        fix: 'write the value in a form that every reader agrees on.',
      });
    }
  }
  if (collisions.length > 0) throw new ToolError('COLLISION', collisions);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  const files = [...byPath.values()].sort((a, b) => byCodeUnit(a.path, b.path));
  if (files.length !== objects.length) {
    throw new ToolError('DEFECT', [{ message: `${objects.length} objects became ${files.length} files.` }]);
  }
  return files;
}

/** V8 keeps a joined string in pieces until it is read, and the pieces take several times the memory of the text. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

function pathOf(object: RenderedObject): string {
  const path = objectPath(object.environment, object.app, object);
  if (!ALLOWED_PATH.test(path))
    throw new ToolError('DEFECT', [{ message: `the path ${JSON.stringify(path)} is not allowed.` }]);
  return path;
}

/** A problem for each identity that two objects share. The later would win, and two Applications would fight over it. */
function* sharedIdentities(objects: readonly RenderedObject[]): Generator<Problem> {
  const seen = new Map<string, RenderedObject>();
  for (const object of objects) {
    const key = identityKey(object);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, object);
    else
      yield collision(`${describeIdentity(object)} is rendered twice, by app ${first.app} and by app ${object.app}.`, [
        first,
        object,
      ]);
  }
}

function collision(what: string, [first, second]: readonly [RenderedObject, RenderedObject]): Problem {
  return {
    message: `${what} One would be lost without a word.\n  first:  ${origin(first)}\n  second: ${origin(second)}`,
    path: first.environment,
    fix: 'rename one of them, or render it in one place only.',
  };
}

function origin(object: RenderedObject): string {
  const place = object.source();
  return `${object.construct}${place === undefined ? '' : ` at ${describePlace(place)}`}`;
}

function where(object: RenderedObject): Pick<Problem, 'place' | 'path'> {
  const place = object.source();
  return {
    path: `${object.environment} › ${object.app} › ${object.construct}`,
    ...defined({ place }),
  };
}
