import { countJobIndexes, wrongJobIndexes } from '../../grammar/job-indexes';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt, numberAt, textAt } from '../json';

const POLICY = ['successPolicy', 'rules'] as const;
const MOST_RULES = 20;

/** What the server refuses of a Job's successPolicy, beside what its schema says. */
export function judgeSuccessPolicy(spec: JsonObject): readonly FieldVerdict[] {
  // Of other Jobs it is refused as a whole.
  if (!isJsonObject(spec['successPolicy']) || spec['completionMode'] !== 'Indexed') return [];
  const rules = listAt(spec, ...POLICY);
  const found: FieldVerdict[] = [];
  if (rules.length === 0 || rules.length > MOST_RULES)
    found.push({
      path: POLICY,
      found: String(rules.length),
      wanted: `1 to ${MOST_RULES}`,
      what: `successPolicy has ${rules.length} rules; the server takes 1 to ${MOST_RULES}.`,
      fix: rules.length === 0 ? 'add one, or remove successPolicy.' : 'make fewer of them.',
    });
  const completions = numberAt(spec, 'completions');
  return [...found, ...rules.flatMap((rule, index) => judgeRule(rule, completions, [...POLICY, index]))];
}

function judgeRule(rule: JsonValue, completions: number | undefined, path: FieldPath): readonly FieldVerdict[] {
  const where = `successPolicy.rules[${path.at(-1)}]`;
  const indexes = textAt(rule, 'succeededIndexes');
  const count = at(rule, 'succeededCount');
  if (indexes === undefined && count === undefined)
    return [
      {
        path,
        what: `${where} has neither succeededIndexes nor succeededCount; the server refuses it.`,
        fix: 'say which indexes, or how many, have to succeed.',
      },
    ];
  const wrong = indexes === undefined ? undefined : wrongJobIndexes(indexes, completions);
  if (indexes !== undefined && wrong !== undefined)
    return [
      {
        path: [...path, 'succeededIndexes'],
        found: indexes,
        what: `${where}.succeededIndexes is "${indexes}": ${wrong}; the server refuses it.`,
        fix: 'list indexes from 0 in order, such as "0,2-4".',
      },
    ];
  const most = indexes === undefined ? completions : countJobIndexes(indexes);
  if (typeof count !== 'number' || most === undefined || count <= most) return [];
  return [
    {
      path: [...path, 'succeededCount'],
      found: String(count),
      wanted: `at most ${most}`,
      what: `${where} wants ${count} indexes to succeed, and there are ${most}; the server refuses it.`,
      fix: 'lower succeededCount.',
    },
  ];
}
