import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Mishaps } from './mishaps';
import { isUnguarded } from './permission';
import type { BundledModule } from './protocol';

/** The packages that came with the request, by name. */
export type Packages = Readonly<Record<string, () => unknown>>;

export interface CompileApart {
  readonly root: string;
  /** Where `__dirname` and `__filename` say that the project is. */
  readonly toldRoot: string;
  readonly module: BundledModule;
  readonly packages: Packages;
  readonly mishaps: Mishaps;
}

/** Runs a module's code where no file can be read. @returns its exports */
export function compileApart({ root, toldRoot, module, packages, mishaps }: CompileApart): unknown {
  const filename = join(root, module.path);
  const told = join(toldRoot, module.path);
  const made = { exports: {} };
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const find = (name: string): unknown => {
    if (Object.hasOwn(packages, name)) return mishaps.whileLoading(() => packages[name]?.());
    if (!isBuiltin(name)) throw notFound(name);
    if (isUnguarded(name)) throw new Error(`${name} is not there under --sandbox: it can write files.`);
    return require(name);
  };
  compileFunction(module.code, names, { filename })(made.exports, find, made, told, dirname(told));
  return made.exports;
}

/** As Node's own `require` says it. */
function notFound(name: string): Error {
  return Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
}
