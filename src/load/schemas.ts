import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../model/errors';
import type { SchemaBundle, SchemaStore } from '../model/schema';

/**
 * Reads the one schema version an environment needs, and the custom kinds.
 * @param folder `imports/schemas` of this package
 * @throws ToolError SETTINGS when no schema of that version exists
 */
export function loadSchemas(folder: string, kubernetesVersion: string): SchemaStore {
  const file = join(folder, `kubernetes-${kubernetesVersion}.json`);
  if (!existsSync(file)) {
    const known = readdirSync(folder).flatMap((name) => /^kubernetes-(.+)\.json$/.exec(name)?.[1] ?? []);
    const message = `there is no schema for Kubernetes ${kubernetesVersion}; known are ${known.join(', ')}.`;
    throw new ToolError('SETTINGS', [{ message, fix: 'set kubernetesVersion to one of them.' }]);
  }
  const custom = readJson(join(folder, 'custom.json')) as SchemaBundle & { readonly scopes: Record<string, boolean> };
  return {
    kubernetesVersion,
    kubernetes: readJson(file) as SchemaBundle,
    custom: { kinds: custom.kinds, definitions: custom.definitions },
    scopes: new Map(Object.entries(custom.scopes)),
    servedIn: (readJson(join(folder, 'served.json')) as { served: SchemaStore['servedIn'] }).served,
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
