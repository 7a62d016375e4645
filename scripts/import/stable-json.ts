// JSON that is the same for the same data, and in which a change of one definition is a change of one line.

/** Sections of definitions: one definition a line, all keys sorted. */
export function stable(bundle: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  const sections = Object.entries(bundle)
    .sort(byKey)
    .map(([section, definitions]) => {
      const lines = Object.entries(definitions)
        .sort(byKey)
        .map(([name, definition]) => `${JSON.stringify(name)}: ${sortedJson(definition)}`);
      return `${JSON.stringify(section)}: {\n${lines.join(',\n')}\n}`;
    });
  return `{\n${sections.join(',\n')}\n}\n`;
}

/** One line, all keys sorted by code unit. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(byKey)
    .map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`)
    .join(',')}}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
