import fc from 'fast-check';

/**
 * Texts that are right, or nearly so: a right one with up to three characters taken away, put in, replaced or doubled.
 * Random text would be refused at its first character each time, and test nothing else.
 */
export function nearMisses(right: fc.Arbitrary<string>, characters: string): fc.Arbitrary<string> {
  const change = fc.record({
    how: fc.constantFrom('remove', 'insert', 'replace', 'double'),
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    character: fc.constantFrom(...characters),
  });
  return fc
    .tuple(right, fc.array(change, { maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((changed, one) => changeOf(changed, one), text));
}

interface Change {
  readonly how: string;
  readonly where: number;
  readonly character: string;
}

function changeOf(text: string, { how, where, character }: Change): string {
  const index = Math.floor(where * text.length);
  const [before, here, after] = [text.slice(0, index), text.slice(index, index + 1), text.slice(index + 1)];
  switch (how) {
    case 'remove':
      return before + after;
    case 'insert':
      return before + character + here + after;
    case 'replace':
      return before + character + after;
    default:
      return before + here + here + after;
  }
}
