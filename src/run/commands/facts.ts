import { join } from 'node:path';
import { eksClient } from '../../live/client';
import { readFacts } from '../../live/read-facts';
import { loadEnvironments } from '../../load/settings/environments';
import type { EksEnvironment, Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { Facts } from '../../model/facts';
import type { JsonValue } from '../../model/json';
import { diffObjects, type FieldDifference } from '../../model/object-diff';
import { writeFile } from '../../write/write-file';
import { disagreements } from '../apart/disagreements';
import { type Roots, selectEnvironments } from '../survey/project';

export interface FactsResult {
  readonly environment: string;
  /** Between the committed reading and the live cluster. */
  readonly drift: readonly FieldDifference[];
  /** Between what environment.yaml declares and the live cluster. */
  readonly disagreements: readonly FieldDifference[];
}

/** Reads the live cluster and writes `facts.json`; a second run changes nothing. */
export async function refreshFacts(roots: Roots, name: string): Promise<FactsResult & { readonly written: boolean }> {
  const environment = eksEnvironment(loadEnvironments(roots.project), name);
  const result = await compare(environment);
  const file = join(roots.project, 'environments', name, 'facts.json');
  return { ...result, written: writeFile(file, factsText(result.live)) };
}

/** Reads the live cluster and says what differs from the committed reading; writes nothing. */
export async function checkFacts(roots: Roots, name: string): Promise<FactsResult> {
  return compare(eksEnvironment(loadEnvironments(roots.project), name));
}

async function compare(environment: EksEnvironment): Promise<FactsResult & { readonly live: Facts }> {
  const live = await readFacts(await eksClient(environment.region), environment);
  const drift = diffObjects((environment.facts ?? {}) as unknown as JsonValue, live as unknown as JsonValue);
  return { environment: environment.name, live, drift, disagreements: disagreements(environment, live) };
}

/** Sorted keys, no times: the same reading gives the same bytes. */
export function factsText(facts: Facts): string {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((key) => [key, sort((value as Record<string, unknown>)[key])]),
    );
  };
  return `${JSON.stringify(sort(facts), null, 2)}\n`;
}

function eksEnvironment(environments: readonly Environment[], name: string): EksEnvironment {
  const [environment] = selectEnvironments(environments, { environments: [name], tiers: [], apps: [] });
  if (environment?.platform === 'eks') return environment;
  const message = `${name} is a plain Kubernetes cluster; facts are read from Amazon EKS.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'name an environment with platform: eks.' }]);
}
