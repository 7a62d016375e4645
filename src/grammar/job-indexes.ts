/**
 * Why a text is not a list of a Job's indexes, `0,2-4`, as a part of a sentence; undefined when it is.
 * @param completions how many indexes there are; undefined where nobody knows
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/batch/validation/validation.go (validateIndexesFormat)
 */
export function wrongJobIndexes(text: string, completions: number | undefined): string | undefined {
  if (text === '') return undefined;
  let last = -1;
  for (const part of text.split(',')) {
    if (!/^\d+(-\d+)?$/.test(part)) return `"${part}" is neither an index nor two with a hyphen between them`;
    const [from = 0, to] = part.split('-').map(Number);
    if (from <= last) return `${from} does not come after ${last}`;
    if (to !== undefined && to <= from) return `${to} does not come after ${from}`;
    last = to ?? from;
    if (completions !== undefined && last >= completions)
      return `the indexes end with ${completions - 1}, and it names ${last}`;
  }
  return undefined;
}

/** How many indexes a list names that is right. */
export function countJobIndexes(text: string): number {
  if (text === '') return 0;
  return text.split(',').reduce((sum, part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return sum + to - from + 1;
  }, 0);
}
