import { sep } from 'node:path';
import { nodeLoader } from './node-loader';

/** The file of cdk8s that reads and writes YAML, which rendering does not need: its YAML library takes half of the time to load. */
const YAML_OF_CDK8S = [sep, 'cdk8s', sep, 'lib', sep, 'yaml.js'].join('');

/** From now on, the YAML library of cdk8s is loaded when cdk8s first uses it. Nothing else changes. */
export function keepYamlForLater(): void {
  const load = nodeLoader._load;
  nodeLoader._load = (request, parent, isMain) => {
    const now = () => load.call(nodeLoader, request, parent, isMain);
    return request === 'yaml' && parent?.filename?.endsWith(YAML_OF_CDK8S) === true ? later(now) : now();
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
