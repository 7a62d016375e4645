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
 * Objects of one environment → files, one object each. Of two with one identity the first is laid out, and the checks
 * refuse both (`k8s/unique-object`).
 * @param modulePathOf names an app's module, for the header of its files
 * @throws ToolError COLLISION when two objects reach one path; APP_RENDER for what YAML cannot hold
 */
export function layout(objects: readonly RenderedObject[], modulePathOf: (app: string) => string): readonly FileSpec[] {
  const collisions: Problem[] = [];
  const problems: Problem[] = [];
  const byPath = new Map<string, FileSpec>();
  const distinct = withoutRepeated(objects);
  for (const object of distinct) {
    const path = pathOf(object);
    const folded = path.toLowerCase();
    const other = byPath.get(folded)?.object;
    if (other !== undefined) {
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
  if (files.length !== distinct.length) {
    throw new ToolError('DEFECT', [{ message: `${distinct.length} objects became ${files.length} files.` }]);
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

/** One object of each identity and app: apps have folders of their own, and what has no name has no identity. */
function withoutRepeated(objects: readonly RenderedObject[]): readonly RenderedObject[] {
  const seen = new Set<string>();
  return objects.filter((object) => {
    const key = `${object.app}|${identityKey(object)}`;
    if (object.name === '' || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}

function collision(what: string, [first, second]: readonly [RenderedObject, RenderedObject]): Problem {
  return {
    message: `${what} One would be lost without a word.\n  first:  ${origin(first)}\n  second: ${origin(second)}`,
    ...defined({ place: second.source() ?? first.source() }),
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
