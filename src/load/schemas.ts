import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS } from '../knowledge/kubernetes/versions';
import { ToolError } from '../model/errors';
import type { SchemaStore } from '../model/schema';
import { type BundleText, bundleOf } from './schema-bundle';

/**
 * Reads the one schema version an environment needs, and the custom kinds.
 * @param folder `imports/schemas` of this package
 * @param kubernetesVersion minor version as text: `1.34`
 * @throws ToolError SETTINGS when no schema of that version exists
 */
export function loadSchemas(folder: string, kubernetesVersion: string): SchemaStore {
  if (!KUBERNETES_VERSIONS.includes(kubernetesVersion)) {
    const known = KUBERNETES_VERSIONS.join(', ');
    const message = `there is no schema for Kubernetes ${kubernetesVersion}; known are ${known}.`;
    throw new ToolError('SETTINGS', [{ message, fix: 'set kubernetesVersion to one of them.' }]);
  }
  const custom = readBundle(folder, 'custom');
  // Read only once an unknown field has been found.
  let fields: FieldVersions | undefined;
  return {
    kubernetesVersion,
    kubernetes: readBundle(folder, `kubernetes-${kubernetesVersion}`),
    custom: { kinds: custom.kinds, definitions: custom.definitions },
    scopes: new Map(Object.entries(custom.scopes ?? {})),
    servedIn: readJson<{ served: SchemaStore['servedIn'] }>(folder, 'served').served,
    fieldVersions(definition, field) {
      fields ??= readJson<{ fields: FieldVersions }>(folder, 'field-versions').fields;
      const known = Object.hasOwn(fields, definition) ? fields[definition] : undefined;
      return known !== undefined && Object.hasOwn(known, field) ? known[field] : undefined;
    },
  };
}

type FieldVersions = Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>;

function readBundle(folder: string, name: string): BundleText {
  return bundleOf(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** A file that `npm run import` made, so that its shape is known. */
function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
