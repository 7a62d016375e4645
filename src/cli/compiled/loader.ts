import { statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { Script } from 'node:vm';
import { type FileStamp, stampOf } from '../../model/file-stamp';
import { nodeLoader } from './node-loader';
import type { CodeStore } from './store';

/** `import()` may stand here, which only Node can answer. This package is built without it. */
const MAY_IMPORT = /\bimport\s*[(/]/;

interface Compiled {
  readonly script: Script;
  readonly stamp: FileStamp;
}

/**
 * Compiles this package's code and that of packages with what V8 knew of it after an earlier run, and keeps what it
 * knows after this one. A project's own files are left to Node.
 */
export function compileWithStore(store: CodeStore, { library, command }: { library: string; command: string }): void {
  const compileAsNode = nodeLoader.prototype._compile;
  const compiled = new Map<string, Compiled>();
  let isNew = !store.knows(command);
  const packages = `${sep}node_modules${sep}`;
  const isForUs = (filename: string, content: string) =>
    filename.startsWith(library + sep) ||
    (filename.includes(packages) && !content.startsWith('#!') && !MAY_IMPORT.test(content));
  nodeLoader.prototype._compile = function (content, filename) {
    if (!isForUs(filename, content)) return compileAsNode.call(this, content, filename);
    const stamp = stampOf(statSync(filename));
    const cachedData = store.find(filename, stamp);
    const script = scriptOf(content, filename, cachedData);
    // Node itself says what is wrong with the file.
    if (script === undefined) return compileAsNode.call(this, content, filename);
    if (cachedData === undefined || script.cachedDataRejected === true) isNew = true;
    compiled.set(filename, { script, stamp });
    const run: (...values: readonly unknown[]) => unknown = script.runInThisContext();
    return run.call(this.exports, this.exports, requireOf(this), this, filename, dirname(filename));
  };
  process.on('exit', (code) => {
    // A run that failed has compiled a part of the functions only.
    if (!isNew || code > 1) return;
    store.write(
      command,
      [...compiled].map(([path, { script, stamp }]) => ({ path, stamp, data: script.createCachedData() })),
    );
  });
}

function scriptOf(content: string, filename: string, cachedData: Buffer | undefined): Script | undefined {
  const [before, after] = nodeLoader.wrapper;
  const options = { filename, columnOffset: -before.length, ...(cachedData !== undefined && { cachedData }) };
  try {
    return new Script(before + content + after, options);
  } catch {
    return undefined;
  }
}

/** As Node makes it for each module. */
function requireOf(module: NodeJS.Module): unknown {
  const resolve = (request: string, options?: object) => nodeLoader._resolveFilename(request, module, false, options);
  const paths = (request: string) => nodeLoader._resolveLookupPaths(request, module);
  return Object.assign((id: string): unknown => module.require(id), {
    resolve: Object.assign(resolve, { paths }),
    main: process.mainModule,
    extensions: nodeLoader._extensions,
    cache: nodeLoader._cache,
  });
}
