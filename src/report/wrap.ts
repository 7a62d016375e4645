// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour
const COLOUR = /\u001b\[[\d;]*m/g;
/** Narrower than that, a word to a line would be harder to read than what the terminal does by itself. */
const NARROWEST = 40;

/** Lines that are wider than a terminal continue below it, between words, further in than they began. */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < NARROWEST) return text;
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= columns ? line : wrapLine(line, columns)))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const inner = `${indent}    `;
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    const isFirst = current.trim() === '';
    if (!isFirst && widthOf(current) + 1 + widthOf(word) > columns) {
      lines.push(current);
      current = inner + word;
    } else current = isFirst ? current + word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** Wide characters count twice, as terminals show them. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR, '')) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
