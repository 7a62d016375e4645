/** Rows of the table of edits between two words: the one being filled, and the two above it. */
interface Rows {
  beforeLast: Uint16Array;
  above: Uint16Array;
  row: Uint16Array;
}

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into the other; from `limit` on, only that.
 * A word is compared with hundreds, such as all time zones, so the rows are made once and nothing else is.
 */
function distance(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  const first = Uint16Array.from({ length: width }, (_, j) => j);
  const rows: Rows = { beforeLast: new Uint16Array(width), above: first, row: new Uint16Array(width) };
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const least = fillRow(a, b, i, rows);
    // Nothing that follows is less than the least of this row, or one more than that of the row above.
    if (least >= limit && leastAbove + 1 >= limit) return limit;
    leastAbove = least;
    const { beforeLast, above, row } = rows;
    rows.beforeLast = above;
    rows.above = row;
    rows.row = beforeLast;
  }
  return rows.above[width - 1] ?? 0;
}

/** Returns the least of the row. */
function fillRow(a: string, b: string, i: number, { beforeLast, above, row }: Rows): number {
  const [letter, before] = [a[i - 1], a[i - 2]];
  let [edits, least] = [i, i];
  row[0] = i;
  for (let j = 1; j < row.length; j++) {
    const other = b[j - 1];
    edits = least3(edits + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + (letter === other ? 0 : 1));
    const swapped = i > 1 && j > 1 && before === other && letter === b[j - 2];
    if (swapped && (beforeLast[j - 2] ?? 0) < edits) edits = (beforeLast[j - 2] ?? 0) + 1;
    row[j] = edits;
    if (edits < least) least = edits;
  }
  return least;
}

function least3(a: number, b: number, c: number): number {
  const ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/**
 * The known word nearest to a mistyped one, or undefined when none is near enough to be meant.
 * @param edits how many letters may differ; two fifths of the word where it is left out
 */
export function suggest(word: string, known: Iterable<string>, edits?: number): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = (edits ?? Math.max(1, Math.floor(word.length * 0.4))) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const d = candidate.toLowerCase() === lower ? 0 : distance(lower, candidate.toLowerCase(), bestDistance);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** ` Did you mean "x"?` with a leading space, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = suggest(word, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
