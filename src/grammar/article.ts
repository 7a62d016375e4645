/** Letters whose names begin with a vowel, where an abbreviation is read letter by letter: HTTPRoute, but UDPRoute. */
const SPELLED = /^(?:[AEFHILMNORSX][A-Z]|[AEIO])/;

/** A kind as a sentence takes it: `a Service`, `an IngressClass`, `an HTTPRoute`. */
export function withArticle(kind: string): string {
  return `${SPELLED.test(kind) ? 'an' : 'a'} ${kind}`;
}
