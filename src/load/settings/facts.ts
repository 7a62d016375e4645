import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EksEnvironment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import type { Facts } from '../../model/facts';
import { at } from '../../model/json';

type FactsResult = { readonly facts: Facts } | { readonly problem: Problem } | undefined;

/** Reads `facts.json`, which must be a reading of this very cluster. */
export function loadFacts(root: string, environment: EksEnvironment): FactsResult {
  const file = `environments/${environment.name}/facts.json`;
  if (!existsSync(join(root, file))) return undefined;
  const place = { file, line: 1, column: 1 };
  const fix = `run \`cdk8s-eks facts refresh ${environment.name}\`.`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    return { problem: { place, message: `the file is not JSON: ${(error as Error).message}.`, fix } };
  }
  if (at(value, 'schemaVersion') !== 1) {
    return {
      problem: { place, message: 'the file is of another version of this tool (schemaVersion is not 1).', fix },
    };
  }
  for (const key of ['clusterName', 'accountId', 'region'] as const) {
    if (at(value, key) === environment[key]) continue;
    const message = `${key} is ${JSON.stringify(at(value, key))}, but environment.yaml says ${JSON.stringify(environment[key])}: these are facts of another cluster.`;
    return { problem: { place, message, fix } };
  }
  return { facts: value as Facts };
}
