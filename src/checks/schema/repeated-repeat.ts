const INNERMOST = /\((?:\?:)?([^()]*)\)(.?)/;
/** `*`, `+` and `{2,}`, and repetitions of any number, which may be large. */
const ENDLESS = /[*+{]/;

/**
 * Whether a repeated part of a pattern repeats something itself, as in `(a+)+`. Go matches such a pattern in linear time,
 * JavaScript may need time that doubles with each character.
 */
export function hasRepeatedRepeat(pattern: string): boolean {
  // One letter for each escaped character and each class, whatever stands in them.
  let text = pattern.replace(/\\./gs, 'a').replace(/\[\^?\]?[^\]]*\]/g, 'a');
  for (let found = INNERMOST.exec(text); found !== null; found = INNERMOST.exec(text)) {
    const [whole, inner = '', next = ''] = found;
    const repeats = ENDLESS.test(inner);
    if (repeats && ENDLESS.test(next)) return true;
    text = text.replace(whole, () => `${repeats ? 'a+' : 'a'}${next}`);
  }
  return false;
}
