// `node scripts/run.mjs bench/yaml.ts`: what writing one object as YAML costs, beside JSON.stringify. It judges nothing.
// The objects are those of this repository's own dist/, so that the mix is one that somebody deploys.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../src/model/json';
import { stringifyYaml } from '../src/render/yaml/stringify';
import { median } from './measure';

const ROUNDS = 15;

const objects: readonly JsonObject[] = readdirSync(join(__dirname, '..', 'dist'), {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('_bootstrap'))
  .map((entry) => parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'), { version: '1.1' }));

/** Microseconds per object: the median of some rounds of at least a twentieth of a second each. */
function cost(write: (object: JsonObject) => string, list: readonly JsonObject[]): number {
  const times: number[] = [];
  let length = 0;
  for (let round = -5; round < ROUNDS; round++) {
    let done = 0;
    const started = performance.now();
    while (performance.now() - started < 50) {
      for (const object of list) length += write(object).length;
      done += list.length;
    }
    if (round >= 0) times.push(((performance.now() - started) * 1000) / done);
  }
  if (length === 0) throw new Error('nothing was written');
  return median(times);
}

const byKind = new Map<string, JsonObject[]>();
for (const object of objects) {
  const kind = String(object.kind);
  byKind.set(kind, [...(byKind.get(kind) ?? []), object]);
}

const rows: readonly (readonly [string, readonly JsonObject[]])[] = [
  ['all', objects],
  ...[...byKind].filter(([, list]) => list.length >= 8).sort(([a], [b]) => (a < b ? -1 : 1)),
];
console.log(`Node ${process.versions.node}; µs per object, median of ${ROUNDS}`);
console.log(`${'kind'.padEnd(24)}objects   bytes     YAML     JSON    ratio`);
for (const [name, list] of rows) {
  const [yaml, json] = [cost(stringifyYaml, list), cost((object) => JSON.stringify(object), list)];
  const bytes = list.reduce((sum, object) => sum + stringifyYaml(object).length, 0) / list.length;
  const numbers = [String(list.length), bytes.toFixed(0), yaml.toFixed(2), json.toFixed(2), (yaml / json).toFixed(1)];
  console.log(`${name.padEnd(24)}${numbers.map((text, index) => text.padStart(index === 0 ? 7 : 9)).join('')}`);
}
