import fc from 'fast-check';
import { sourceText } from '../../../../src/load/settings/source-text';
import { budgetProblem, isWithinBudget, MAX_DEPTH, MAX_NODES } from '../../../../src/load/settings/yaml-budget';

const problemOf = (text: string) => budgetProblem(sourceText('environments/defaults.yaml', text))?.message;
const pieces = [
  '[',
  '{',
  '- ',
  '? ',
  '%YAML 1.1\n',
  '%',
  ']',
  '}',
  'a: ',
  '\n',
  '  ',
  '"',
  "'",
  '#',
  ',',
  '\ufeff',
  '---\n',
  '|\n',
  '-',
  'x',
];

describe('a text that is passed without a look at its tokens', () => {
  it('is one in whose tokens there is nothing to refuse', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 90 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (one) => {
        // Comments make it long enough for the whole look, and change nothing in it.
        const long = `${one}\n${'# [ - '.repeat(MAX_DEPTH)}`;
        expect(isWithinBudget(long)).toBe(false);
        if (isWithinBudget(one)) expect(problemOf(long)).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['levels', '['.repeat(MAX_DEPTH + 1)],
    ['items in items', '- '.repeat(MAX_DEPTH + 1)],
    ['a directive', '%YAML 1.1\n---\na: 1\n'],
    ['a directive after a byte order mark', '\ufeff%YAML 1.1\n---\na: 1\n'],
    ['many values', 'a\n'.repeat(3 * MAX_NODES + 1)],
  ])('is not one with %s', (_name, text) => {
    expect(isWithinBudget(text)).toBe(false);
  });

  it('is one of the usual size', () => {
    expect(isWithinBudget('tier: production\nsubnets: [{ id: subnet-0a, zone: a }]\nlist:\n  - a\n')).toBe(true);
  });
});
