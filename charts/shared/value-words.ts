import type { Problem } from '../../src/model/errors';
import { suggest } from '../../src/model/suggest';
import type { Words } from './property-part';
import { kindWords } from './value-kinds';

type WrongWord = Required<Pick<Problem, 'message' | 'fix'>>;

/** Those of a value and its items that are not among the words that are taken. @param kinds what else they may be */
export function wrongWords(
  { own, items }: Words,
  kinds: string,
  value: unknown,
  at: () => string,
): readonly WrongWord[] {
  const [ownKinds = '', itemKinds = ''] = kinds.split(':', 2);
  if (typeof value === 'string')
    return own === undefined || own.includes(value) ? [] : [wrongWord(value, own, ownKinds, at())];
  if (items === undefined || typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    typeof item !== 'string' || items.includes(item)
      ? []
      : [wrongWord(item, items, itemKinds, isList ? `${at()}[${key}]` : `${at()}.${key}`)],
  );
}

function wrongWord(found: string, words: readonly string[], kinds: string, at: string): WrongWord {
  const meant = suggest(found, words);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  const others = kindWords(kinds.replace('s', ''));
  const [only = ''] = words;
  const fix = words.length === 1 ? `write ${only}` : `use one of ${words.join(', ')}`;
  return {
    message: `${at} does not take "${found.slice(0, 60)}": nothing can be made of it.${hint}`,
    fix: others === '' ? `${fix}.` : `${fix}, or give ${others}.`,
  };
}
