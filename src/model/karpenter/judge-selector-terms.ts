import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, listAt, mapAt } from '../json';

/** Lists of terms of a class, and the fields that stand alone in a term. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  subnetSelectorTerms: ['id'],
  securityGroupSelectorTerms: ['id', 'name'],
  capacityReservationSelectorTerms: ['id'],
  amiSelectorTerms: ['alias', 'id', 'ssmParameter'],
};

/** Lists that nodes cannot do without; the schema judges the other one. */
const NEEDED = ['subnetSelectorTerms', 'securityGroupSelectorTerms'];

/** Terms are alternatives; what is in one holds together, but for ids and names, which are enough. */
export function judgeSelectorTerms(nodeClass: unknown): readonly FieldVerdict[] {
  const empty = NEEDED.filter((list) => isEmpty(at(nodeClass, 'spec', list))).map((list) => ({
    path: ['spec', list],
    found: '[]',
    wanted: 'at least one term',
    what: `${list} is empty and selects nothing; the server refuses the class.`,
    fix: 'give a term with an id or tags.',
  }));
  const terms = Object.entries(LISTS).flatMap(([list, alone]) =>
    listAt(nodeClass, 'spec', list).flatMap((term, index) => judgeTerm(term, list, alone, ['spec', list, index])),
  );
  return [...empty, ...terms];
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

function judgeTerm(term: unknown, list: string, alone: readonly string[], path: FieldPath): readonly FieldVerdict[] {
  const fields = isJsonObject(term) ? Object.keys(term) : [];
  if (fields.length === 0)
    return [
      { path, what: `a term of ${list} selects nothing; the server refuses the class.`, fix: 'give an id or tags.' },
    ];
  const only = alone.find((field) => fields.includes(field));
  if (only !== undefined && fields.length > 1)
    return [
      {
        path,
        found: fields.join(', '),
        what: `a term of ${list} has ${only} and more (${fields.join(', ')}); the server refuses the class.`,
        fix: `leave ${only} alone in its term; terms are alternatives.`,
      },
    ];
  const blank = Object.entries(mapAt(term, 'tags')).find(([key, value]) => key === '' || value === '');
  if (blank === undefined) return [];
  const what = `a term of ${list} has the tag "${blank[0]}=${String(blank[1])}"; the server refuses empty keys and values.`;
  return [{ path: [...path, 'tags'], found: blank.map(String).join('='), what, fix: 'write * for any value.' }];
}
