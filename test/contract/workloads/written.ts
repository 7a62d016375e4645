import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifests } from '../../../src/load/manifests';
import type { AppDefinition } from '../../../src/model/app';
import { renderApp } from '../../../src/render/render-app';
import { ROOT } from '../../support/project';
import { schemasOf } from '../../support/schemas';
import { type Difference, differences } from './compare';
import { workshop } from './environment';
import { typeScriptLines, yamlLines } from './lines';
import type { Written } from './table';

/** Beside the checkout. */
export const DATA = join(ROOT, '..', 'shared', 'data', 'workloads');
/** Ours. */
export const ORIGINALS = join(__dirname, 'originals');

export interface Result {
  readonly original: string;
  readonly objects: number;
  readonly yaml: number;
  readonly typescript: number;
  readonly differences: readonly Difference[];
}

/** Renders our module, and compares it with the original in a folder. */
export function resultOf(written: Written, folder: string): Result {
  const { original, module = original, environment = 'dev' } = written;
  const [path, ours] = [join(folder, `${original}.yaml`), join(__dirname, 'apps', `${module}.ts`)];
  const app: AppDefinition = require(ours).default;
  const rendered = renderApp(app, workshop(environment), { scopes: schemasOf().scopes });
  const { objects } = loadManifests(path, { environment, root: ROOT });
  return {
    original,
    objects: objects.length,
    yaml: yamlLines(readFileSync(path, 'utf8')),
    typescript: typeScriptLines(ours),
    differences: differences(objects, rendered, written),
  };
}
