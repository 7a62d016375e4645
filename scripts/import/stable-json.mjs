// JSON that is the same for the same data, and in which a change of one definition is a change of one line.

/** Sections of definitions: one definition a line, all keys sorted. */
export function stable(bundle) {
  const sections = Object.keys(bundle)
    .sort()
    .map((section) => {
      const lines = Object.keys(bundle[section])
        .sort()
        .map((name) => `${JSON.stringify(name)}: ${sortedJson(bundle[section][name])}`);
      return `${JSON.stringify(section)}: {\n${lines.join(',\n')}\n}`;
    });
  return `{\n${sections.join(',\n')}\n}\n`;
}

/** One line, all keys sorted by code unit. */
export function sortedJson(value) {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedJson(value[key])}`)
    .join(',')}}`;
}
