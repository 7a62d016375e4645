import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EksEnvironment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import type { Facts } from '../../model/facts';
import { at, fieldPath, type JsonValue } from '../../model/json';
import { wrongFacts } from './facts-forms/wrong-facts';
import { factsSchema, toFacts } from './facts-schema';
import { validate } from './issues';
import { readProjectFile } from './project-file';

/** A cluster with hundreds of node groups has a twentieth of it. */
const MAX_BYTES = 8 * 1024 * 1024;

type FactsResult = { readonly facts?: Facts } | { readonly problems: readonly Problem[] };

/** Reads `facts.json`, which must be a reading of this very cluster. */
export function loadFacts(root: string, environment: EksEnvironment): FactsResult {
  const file = `environments/${environment.name}/facts.json`;
  if (!existsSync(join(root, file))) return {};
  const place = { file, line: 1, column: 1 };
  const fix = `delete the file and run \`cdk8s-eks facts refresh ${environment.name}\`.`;
  const refused = (...messages: string[]): FactsResult => ({
    problems: messages.map((message): Problem => ({ code: 'FACTS', place, message, fix })),
  });
  const read = readProjectFile(join(root, file), root, MAX_BYTES);
  if (!('text' in read)) return refused(read.message);
  let value: JsonValue;
  try {
    value = JSON.parse(read.text);
  } catch {
    return refused('the file is not JSON.');
  }
  if (at(value, 'schemaVersion') !== 1) {
    return refused('the file is of another version of this tool (schemaVersion is not 1).');
  }
  const others = (['clusterName', 'accountId', 'region'] as const)
    .filter((key) => at(value, key) !== environment[key])
    .map((key) => {
      const [found, wanted] = [at(value, key), environment[key]].map((one) => JSON.stringify(one) ?? 'missing');
      return `${key} is ${found}, but environment.yaml says ${wanted}: these are facts of another cluster.`;
    });
  if (others.length > 0) return refused(...others);
  const judged = validate(factsSchema, { value, positions: new Map(), file });
  if (!('output' in judged))
    return { problems: judged.problems.map((problem): Problem => ({ ...problem, code: 'FACTS', fix })) };
  const facts = toFacts(judged.output);
  const wrong = wrongFacts(facts, environment);
  if (wrong.length === 0) return { facts };
  return {
    problems: wrong.map(({ path, message }) => ({ code: 'FACTS', place, path: fieldPath(path), message, fix })),
  };
}
