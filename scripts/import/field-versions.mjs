// Which Kubernetes versions know a field: only for the fields that came or went while their definition stayed.

/** @param bundles `[version, { definitions }]`, ascending → definition → field → `[first, last]` */
export function fieldVersions(bundles) {
  const lives = new Map();
  const definitions = new Map();
  for (const [version, bundle] of bundles) {
    for (const [name, node] of Object.entries(bundle.definitions)) {
      extend(definitions, name, version);
      for (const field of Object.keys(node.properties ?? {})) extend(lives, JSON.stringify([name, field]), version);
    }
  }
  const out = {};
  for (const [key, life] of lives) {
    const [name, field] = JSON.parse(key);
    const [first, last] = definitions.get(name);
    if (life[0] !== first || life[1] !== last) out[name] = { ...out[name], [field]: life };
  }
  return out;
}

function extend(lives, key, version) {
  lives.set(key, [lives.get(key)?.[0] ?? version, version]);
}
