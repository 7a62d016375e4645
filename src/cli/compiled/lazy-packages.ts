import { sep } from 'node:path';
import { nodeLoader } from './node-loader';

/**
 * Packages that cdk8s requires in one file each, and that rendering seldom needs: its YAML library takes half of the
 * time to load, and what applies JSON patches 3 ms.
 */
const SELDOM_NEEDED = new Map(
  [
    ['yaml', 'yaml.js'],
    ['fast-json-patch', 'json-patch.js'],
  ].map(([name, file]) => [name, ['', 'cdk8s', 'lib', file].join(sep)]),
);

/** From now on, these packages are loaded when cdk8s first uses them. Nothing else changes. */
export function keepPackagesForLater(): void {
  const load = nodeLoader._load;
  nodeLoader._load = (request, parent, isMain) => {
    const now = () => load.call(nodeLoader, request, parent, isMain);
    const file = SELDOM_NEEDED.get(request);
    return file !== undefined && parent?.filename?.endsWith(file) === true ? later(now) : now();
  };
}

/** A module that is loaded when one of its properties is first read. TypeScript's helpers take it for one that needs no wrapping. */
function later(load: () => unknown): object {
  let loaded: object | undefined;
  return new Proxy(
    {},
    {
      get(_target, name) {
        if (name === '__esModule') return true;
        loaded ??= Object(load()) as object;
        return Reflect.get(loaded, name);
      },
    },
  );
}
