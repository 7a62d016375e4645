// Which Kubernetes versions know a field: only for the fields that came or went while their definition stayed.

import type { SchemaBundle } from '../../src/model/schema';

type Life = readonly [first: string, last: string];
type FieldLives = Record<string, Record<string, Life>>;

/** Definition → field → its first and last version. The bundles come by version, ascending. */
export function fieldVersions(bundles: readonly (readonly [version: string, SchemaBundle])[]): FieldLives {
  const definitions = new Map<string, Life>();
  /** Definition → field → life. */
  const fields = new Map<string, Map<string, Life>>();
  for (const [version, bundle] of bundles) {
    for (const [name, node] of Object.entries(bundle.definitions)) {
      extend(definitions, name, version);
      const lives = fields.get(name) ?? new Map<string, Life>();
      fields.set(name, lives);
      for (const field of Object.keys(node.properties ?? {})) extend(lives, field, version);
    }
  }
  const out: FieldLives = {};
  for (const [name, whole] of definitions) {
    const others = [...(fields.get(name) ?? [])].filter(([, life]) => life[0] !== whole[0] || life[1] !== whole[1]);
    if (others.length > 0) out[name] = Object.fromEntries(others);
  }
  return out;
}

function extend(lives: Map<string, Life>, key: string, version: string): void {
  lives.set(key, [lives.get(key)?.[0] ?? version, version]);
}
