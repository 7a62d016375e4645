import { type Dirent, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFolderName } from '../grammar/folder-name';
import type { Problem } from '../model/errors';
import { ToolError } from '../model/errors';
import { byCodeUnit } from '../model/order';
import { suggest } from '../model/suggest';
import { isFolder, placeFor, unfoundApps } from './unfound-apps';

/** An app's module, known by its file name before any of it is read. */
export interface AppModule {
  /** The app's name: `shop` for `apps/shop.ts` and for `apps/shop/app.ts`. */
  readonly name: string;
  /** Relative to the project, with forward slashes. */
  readonly path: string;
}

/**
 * Finds `apps/<name>.ts` and `apps/<name>/app.ts`. Other files in a folder are that app's own.
 * @throws ToolError APP_MODULE listing every module whose name cannot be an app's, and names that occur twice
 */
export function findAppModules(root: string): readonly AppModule[] {
  const folder = join(root, 'apps');
  const found: AppModule[] = [];
  const problems: Problem[] = [];
  if (!existsSync(folder)) {
    const message = 'there is no folder apps/ here, so there is nothing to render.';
    throw new ToolError('APP_MODULE', [
      { message, fix: 'run the command in the project’s root, or create apps/<name>.ts.' },
    ]);
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const read = moduleOf(folder, entry);
    if (read === undefined) continue;
    if ('message' in read) problems.push(read);
    else found.push(read);
  }
  for (const path of unfoundApps(folder, new Set(found.map((module) => module.path.slice('apps/'.length))))) {
    const message = `apps/${path} declares an app, and nobody looks for apps there: nothing of it would be rendered.`;
    problems.push({ message, fix: `rename it to ${placeFor(path)}.` });
  }
  found.sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.path, b.path));
  for (const [index, module] of found.entries()) {
    if (wrongFolderName(module.name) !== undefined) {
      const message = `${module.path}: "${module.name}" cannot be an app’s name, which names a folder and an Argo CD Application.`;
      problems.push({ message, fix: 'use at most 40 lower-case letters, digits and inner hyphens.' });
    }
    const before = found[index - 1];
    if (before?.name === module.name) {
      const message = `${before.path} and ${module.path} are both the app "${module.name}".`;
      problems.push({ message, fix: 'keep one of them.' });
    }
  }
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  return found;
}

/** Undefined for what is not named as a module. Links are followed, and what is not a file is refused. */
function moduleOf(folder: string, entry: Dirent): AppModule | Problem | undefined {
  const { name } = entry;
  if (entry.isSymbolicLink() && !existsSync(join(folder, name))) return linkToNothing(`apps/${name}`);
  const isModule = name.endsWith('.ts') && !/\.(d|test)\.ts$/.test(name);
  if (!isFolder(join(folder, name), entry))
    return isModule ? { name: name.slice(0, -3), path: `apps/${name}` } : undefined;
  if (isModule) return isAFolder(`apps/${name}`);
  const path = `apps/${name}/app.ts`;
  const inner = lstatSync(join(folder, name, 'app.ts'), { throwIfNoEntry: false });
  if (inner === undefined) return undefined;
  const stats = statSync(join(folder, name, 'app.ts'), { throwIfNoEntry: false });
  if (stats === undefined) return linkToNothing(path);
  return stats.isDirectory() ? isAFolder(path) : { name, path };
}

function linkToNothing(path: string): Problem {
  return {
    message: `${path} is a link to what is not there.`,
    fix: 'put the file itself in its place, or remove the link.',
  };
}

function isAFolder(path: string): Problem {
  return { message: `${path} is a folder, and an app’s module is a file.`, fix: 'give the folder another name.' };
}

/** The modules of the named apps. @throws ToolError ARGUMENTS for a name that no module has */
export function selectAppModules(modules: readonly AppModule[], names: readonly string[]): readonly AppModule[] {
  const known = modules.map((m) => m.name);
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = suggest(name, known);
      const hint =
        nearest === undefined ? `The apps are: ${known.join(', ') || 'none'}.` : `Did you mean "${nearest}"?`;
      return { message: `there is no app "${name}" under apps/. ${hint}` };
    });
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  return names.length === 0 ? modules : modules.filter((m) => names.includes(m.name));
}
