import type { Contested } from './contested-yaml';

/** Those that YAML 1.1 has no place for; written as an escape, they are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** A line that begins with `---` and goes on with more than a comment. */
const BUSY_SEPARATOR = /^---(?![^\S\n]*(?:#|$))/m;

/**
 * What of the text of a file makes Go's readers refuse it, though it is YAML: they part a file into documents by its
 * lines, before anything is read of it.
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/util/yaml/decoder.go YAMLReader
 */
export function contestedText(text: string): Contested | undefined {
  const control = CONTROL.exec(text);
  if (control !== null) return { offset: control.index, what: `${nameOf(control[0])} ${CONTROL_REFUSED}` };
  const separator = BUSY_SEPARATOR.exec(text);
  return separator === null ? undefined : { offset: separator.index, what: SEPARATOR_REFUSED };
}

const CONTROL_REFUSED = 'is a control character, and kubectl refuses it; leave it out, or write it as an escape';
const SEPARATOR_REFUSED =
  'kubectl takes a line that begins with `---` for the end of a document, and refuses what follows in the line; begin the document on the next line, or indent the text';

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Each document may begin with the mark of its encoding, as after files were put one behind the other. */
export function withoutMarks(text: string): string {
  return text.includes('\ufeff') ? text.replace(/^(---[^\n]*\n)\ufeff/gm, '$1') : text;
}
