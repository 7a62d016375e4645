import { join } from 'node:path';
import { check } from '../../src/checks/engine/check';
import type { Rule } from '../../src/checks/engine/rule';
import { loadSchemas } from '../../src/load/schemas';
import type { Environment } from '../../src/model/environment';
import type { JsonObject } from '../../src/model/json';
import { renderedObject } from '../../src/model/rendered-object';
import type { SchemaStore } from '../../src/model/schema';
import { eksEnvironment } from './environment';
import { ROOT } from './project';

export const SCHEMAS = join(ROOT, 'imports', 'schemas');

const stores = new Map<string, SchemaStore>();

/** The committed schemas of one version; read once. */
export function schemasOf(version = '1.34'): SchemaStore {
  const store = stores.get(version) ?? loadSchemas(SCHEMAS, version);
  stores.set(version, store);
  return store;
}

/** What one rule says about plain objects: `field: message fix: fix`. */
export function saidBy(
  rule: Rule,
  objects: readonly JsonObject[],
  version?: string,
  environment: Environment = eksEnvironment(),
): readonly string[] {
  const input = {
    environment,
    objects: objects.map((value) => renderedObject(value, { environment: environment.name, app: 'shop' })),
    schemas: schemasOf(version),
    appOwners: new Map<string, string>(),
    environments: [environment],
  };
  return check(input, [rule]).findings.map(({ field, message, fix }) => `${field}: ${message} fix: ${fix}`);
}
