import { parseOutputPath, placeOf } from '../../knowledge/argocd/parse-output-path';
import { readCommittedFile } from '../../load/committed-file';
import { committedEntries } from '../../load/committed-paths';
import { type Head, readHead } from '../../load/head';
import { readHeadObjects } from '../../load/head-objects';
import { differsFrom } from '../../load/same-file';
import type { FileSpec } from '../../model/file-spec';
import { identityKey } from '../../model/identity';
import { type RenderedObject, renderedObject } from '../../model/rendered-object';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';

/**
 * The objects of an environment as Git's HEAD has them, where they are rendered otherwise now: that is what Argo CD has.
 * What lies in the output and was never committed is on no cluster, and may still be changed at will.
 * @param base a folder of committed output that is compared with instead
 * @param differing paths at which the output folder has other bytes, or nothing, where they were compared already
 */
export async function committedBefore(
  project: Project,
  { environment, files }: Pick<RenderedEnvironment, 'environment' | 'files'>,
  base: string | undefined,
  differing: ReadonlySet<string> | undefined,
): Promise<ReadonlyMap<string, RenderedObject>> {
  const folder = base ?? project.roots.out;
  const isOther = base === undefined && differing !== undefined ? isIn(differing) : otherIn(folder, environment.name);
  const paths = files.filter((file) => isOther(file) && isObject(file)).map(({ path }) => path);
  const found = base === undefined ? await fromHead(project, paths) : fromFolder(base, paths);
  return new Map(found.map((object) => [identityKey(object), object]));
}

function isIn(paths: ReadonlySet<string>): (file: FileSpec) => boolean {
  return ({ path }) => paths.has(path);
}

/** Whether a file has other bytes in a folder, or does not lie there. */
function otherIn(folder: string, environment: string): (file: FileSpec) => boolean {
  const lying = new Set(committedEntries(folder, environment).files);
  return (file) => !lying.has(file.path) || differsFrom(folder, file);
}

function isObject({ path }: FileSpec): boolean {
  return parseOutputPath(path) !== undefined;
}

function fromFolder(folder: string, paths: readonly string[]): readonly RenderedObject[] {
  return paths.flatMap((path) => {
    const read = readCommittedFile(folder, path);
    return read !== undefined && 'value' in read ? read : [];
  });
}

/** Git is asked once in a run, by each thread that has something to ask. */
const HEADS = new WeakMap<Project, Promise<Head>>();

async function fromHead(project: Project, paths: readonly string[]): Promise<readonly RenderedObject[]> {
  if (paths.length === 0) return [];
  const { out } = project.roots;
  const asked = HEADS.get(project) ?? readHead(out);
  HEADS.set(project, asked);
  const head = await asked;
  // Where Git does not say, the deletion brake refuses to write.
  const known = paths.filter((path) => head.files.has(path));
  if (known.length === 0) return [];
  const { objectAt } = readHeadObjects(head, out, known);
  return known.flatMap((path) => {
    const value = objectAt(path);
    return value === undefined ? [] : renderedObject(value, placeOf(path));
  });
}
