/** One object of a case with everything that the rule says of it. */
export interface Mistake {
  readonly yaml: string;
  readonly said: readonly string[];
}

export interface Mistakes {
  /** Objects with findings, in the order of the file. */
  readonly mistakes: readonly Mistake[];
  /** Objects that only stand beside them, such as the Service that an Ingress names. */
  readonly beside: readonly string[];
  /** Findings about objects that are not in the file. */
  readonly elsewhere: readonly string[];
}

/** Pairs the objects of `wrong.yaml` with the findings of `expected.txt`, by the line each finding names. */
export function pairMistakes(yaml: string, expected: string): Mistakes {
  const documents = splitDocuments(yaml);
  const said = new Map<number, string[]>(documents.map(({ line }) => [line, []]));
  const elsewhere: string[] = [];
  for (const finding of expected.trimEnd().split('\n\n')) {
    const line = Number(/^ {2}in \S+:(\d+):\d+$/m.exec(finding)?.[1]);
    (said.get(line) ?? elsewhere).push(withoutPlace(finding));
  }
  const pairs = documents.map(({ line, text }) => ({ yaml: text, said: said.get(line) ?? [] }));
  return {
    mistakes: pairs.filter((pair) => pair.said.length > 0),
    beside: pairs.filter((pair) => pair.said.length === 0).map((pair) => pair.yaml),
    elsewhere,
  };
}

function splitDocuments(yaml: string): readonly { readonly line: number; readonly text: string }[] {
  let line = 1;
  return yaml
    .trimEnd()
    .split(/^---\n/m)
    .map((text) => {
      const document = { line, text: text.trimEnd() };
      line += text.split('\n').length;
      return document;
    });
}

/** A page shows the object just above, and the addresses once below. */
function withoutPlace(finding: string): string {
  return finding
    .split('\n')
    .filter((line) => !/^ {2}(in|see:) /.test(line))
    .map((line) => line.replace(/^ {2}at (?:.* › )?/, '  at '))
    .join('\n');
}
