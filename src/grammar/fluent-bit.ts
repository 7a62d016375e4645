/** A section of a configuration of Fluent Bit, in its classic form. */
export interface FluentSection {
  /** What stands in the brackets, in capitals: OUTPUT. */
  readonly name: string;
  /** Keys as they are written, and their values; a key may stand more than once. */
  readonly entries: readonly (readonly [key: string, value: string])[];
}

export interface FluentText {
  readonly sections: readonly FluentSection[];
  /** The first line that is neither a section nor an entry of one. */
  readonly wrong?: string;
}

/**
 * Reads the classic form: sections in brackets, and indented lines of a key, blanks and a value.
 * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema
 */
export function parseFluent(text: string): FluentText {
  const sections: { name: string; entries: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const [, name] = /^\[([^\]]+)\]$/.exec(content) ?? [];
    const section = sections.at(-1);
    const [, key = '', value] = /^(\S+)\s+(.+)$/.exec(content) ?? [];
    if (name !== undefined) sections.push({ name: name.toUpperCase(), entries: [] });
    else if (section === undefined || value === undefined) return { sections, wrong: content };
    else section.entries.push([key, value]);
  }
  return { sections };
}

/** Writes what `parseFluent` reads. */
export function fluentText(sections: readonly FluentSection[]): string {
  return sections
    .map(({ name, entries }) => [`[${name}]`, ...entries.map(([key, value]) => `    ${key} ${value}`)].join('\n'))
    .map((section) => `${section}\n`)
    .join('\n');
}
