import type { Problem } from '../../model/errors';
import { itemAt } from '../../model/lists';
import type { SourcePlace } from '../../model/source-place';

/** A text and how to name places in it. */
export interface SourceText {
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
  readonly spotAt: (offset: number) => Spot;
}

/** A place, with the line that a message shows. */
export interface Spot {
  readonly place: SourcePlace;
  readonly lineText: string;
}

/** Longest stretch of a line that a message shows. */
const WIDTH = 200;

/** What has no width of its own: in its place stands a space, so that the caret is where it should be. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** What the settings say, shown in a message: a log must not keep a password. `https://bot:secret@host` as `https://bot:******@host`, as long as it was. */
export function masked(text: string): string {
  return text.replaceAll(/(?<=\/\/[^\s/:@]{0,100}:)[^\s/@]+(?=@)/g, (secret) => '*'.repeat(secret.length));
}

export function sourceText(file: string, text: string): SourceText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const spotAt = (offset: number): Spot => {
    let line = 0;
    for (let beyond = starts.length; beyond - line > 1; ) {
      const middle = (line + beyond) >> 1;
      if (itemAt(starts, middle) <= offset) line = middle;
      else beyond = middle;
    }
    const start = itemAt(starts, line);
    const lineText = text.slice(start, (starts[line + 1] ?? text.length + 1) - 1).replace(/\r$/, '');
    return { place: { file, line: line + 1, column: offset - start + 1 }, lineText };
  };
  return { file, text, spotAt };
}

/** A problem with the picture of its line. */
export function located(spot: Spot, message: string, fix: string): Problem {
  return { place: spot.place, message: masked(message), fix, picture: picture(spot) };
}

/** The line and below it a caret, as a compiler shows them. */
export function picture({ place, lineText }: Spot): string {
  const caret = place.column - 1;
  const from = lineText.length <= WIDTH || caret < WIDTH / 2 ? 0 : caret - WIDTH / 2;
  const cut = masked(lineText)
    .slice(from, from + WIDTH)
    .replaceAll(INVISIBLE, ' ');
  const shown = `${from > 0 ? '…' : ''}${cut}${lineText.length > from + WIDTH ? '…' : ''}`;
  const gutter = String(place.line);
  const indent = ' '.repeat(caret - from + (from > 0 ? 1 : 0));
  return `${gutter} | ${shown}\n${' '.repeat(gutter.length)} | ${indent}^`;
}
