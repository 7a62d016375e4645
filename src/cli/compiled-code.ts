import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../model/cache-folder';
import { keepPackagesForLater } from './compiled/lazy-packages';
import { compileWithStore } from './compiled/loader';
import { CodeStore } from './compiled/store';

/**
 * Lets all code that is loaded from now on reuse what V8 compiled in the last run. Code that cannot be reused is
 * compiled, and code that cannot be kept is not kept.
 * @param packageRoot this package, whose own code lies in `lib/`
 * @param command what is run: each command needs other functions
 */
export function useCompiledCode(packageRoot: string, command = ''): void {
  keepPackagesForLater();
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return;
  try {
    const folder = join(cacheFolder(process.env, homedir()), 'code');
    // Node 22 and later do it themselves.
    if (isFunction(module, 'enableCompileCache')) module.enableCompileCache(folder);
    else compileWithStore(new CodeStore(folder, packageRoot), { library: join(packageRoot, 'lib'), command });
  } catch {
    // A user without a home, for whom nothing is kept.
  }
}

function isFunction<K extends string>(holder: object, name: K): holder is { [N in K]: (folder: string) => unknown } {
  return typeof Reflect.get(holder, name) === 'function';
}
