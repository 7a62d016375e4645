import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFolderName } from '../grammar/folder-name';
import type { Problem } from '../model/errors';
import { ToolError } from '../model/errors';
import { byCodeUnit } from '../model/order';
import { suggest } from '../model/suggest';
import { placeFor, unfoundApps } from './unfound-apps';

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
    if (entry.isSymbolicLink() && !existsSync(join(folder, entry.name))) {
      const message = `apps/${entry.name} is a link to what is not there.`;
      problems.push({ message, fix: 'put the file itself in its place, or remove the link.' });
      continue;
    }
    const module = moduleOf(folder, entry);
    if (module !== undefined) found.push(module);
  }
  for (const path of unfoundApps(folder, new Set(found.map(({ name }) => name)))) {
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

/** Undefined for what is not named as a module. Links and pipes count too: the reading follows or refuses them. */
function moduleOf(folder: string, entry: Dirent): AppModule | undefined {
  const { name } = entry;
  if (entry.isDirectory())
    return existsSync(join(folder, name, 'app.ts')) ? { name, path: `apps/${name}/app.ts` } : undefined;
  if (!name.endsWith('.ts') || /\.(d|test)\.ts$/.test(name)) return undefined;
  return { name: name.slice(0, -3), path: `apps/${name}` };
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
