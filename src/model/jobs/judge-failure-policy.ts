import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt, mapAt, textAt } from '../json';
import { didYouMean } from '../suggest';

const POLICY = ['podFailurePolicy', 'rules'] as const;
const MOST_RULES = 20;
const MOST_VALUES = 255;

/** What the server refuses of a Job's podFailurePolicy, beside what its schema says. */
export function judgeFailurePolicy(spec: JsonObject): readonly FieldVerdict[] {
  const rules = listAt(spec, ...POLICY);
  const found: FieldVerdict[] = [];
  if (rules.length > MOST_RULES)
    found.push({
      path: POLICY,
      found: String(rules.length),
      wanted: `at most ${MOST_RULES}`,
      what: `podFailurePolicy has ${rules.length} rules, and ${MOST_RULES} fit; the server refuses it.`,
      fix: 'make fewer of them.',
    });
  const names = namesOf(spec);
  return [...found, ...rules.flatMap((rule, index) => judgeRule(rule, spec, names, [...POLICY, index]))];
}

function namesOf(spec: JsonObject): readonly string[] {
  const pod = mapAt(spec, 'template', 'spec');
  return [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')].flatMap((one) => textAt(one, 'name') ?? []);
}

function judgeRule(
  rule: JsonValue,
  spec: JsonObject,
  names: readonly string[],
  path: FieldPath,
): readonly FieldVerdict[] {
  const where = `podFailurePolicy.rules[${path.at(-1)}]`;
  const codes = at(rule, 'onExitCodes');
  const hasConditions = listAt(rule, 'onPodConditions').length > 0;
  const found: FieldVerdict[] = [];
  if (isJsonObject(codes) === hasConditions)
    found.push({
      path,
      what: `${where} has ${hasConditions ? 'both' : 'neither'} of onExitCodes and onPodConditions; the server refuses it.`,
      fix: hasConditions ? 'make two rules of it.' : 'say what it is about.',
    });
  if (textAt(rule, 'action') === 'FailIndex' && spec['backoffLimitPerIndex'] === undefined)
    found.push({
      path: [...path, 'action'],
      found: 'FailIndex',
      what: `${where} fails an index, and the Job has no backoffLimitPerIndex; the server refuses it.`,
      fix: 'set backoffLimitPerIndex, or use FailJob.',
    });
  if (!isJsonObject(codes)) return found;
  return [
    ...found,
    ...judgeContainer(codes, names, where, [...path, 'onExitCodes', 'containerName']),
    ...judgeValues(codes, where, [...path, 'onExitCodes', 'values']),
  ];
}

function judgeContainer(
  codes: JsonObject,
  names: readonly string[],
  where: string,
  path: FieldPath,
): readonly FieldVerdict[] {
  const name = textAt(codes, 'containerName');
  if (name === undefined || names.includes(name)) return [];
  const what = `${where} is about container "${name}", which the Pod does not have; the server refuses it.${didYouMean(name, names)}`;
  return [{ path, found: name, what, fix: `use one of: ${names.join(', ')}.` }];
}

function judgeValues(codes: JsonObject, where: string, path: FieldPath): readonly FieldVerdict[] {
  const values = listAt(codes, 'values').filter((value) => typeof value === 'number');
  const wrong = wrongValues(values, codes['operator'] === 'In');
  if (wrong === undefined) return [];
  const what = `${where} has ${values.length === 0 ? 'no exit codes' : `exit codes ${values.join(', ')}`}: ${wrong}; the server refuses it.`;
  return [{ path, found: values.join(', '), what, fix: 'list codes from 1 to 255, each once, the lowest first.' }];
}

function wrongValues(values: readonly number[], isIn: boolean): string | undefined {
  if (values.length === 0) return 'at least one is wanted';
  if (values.length > MOST_VALUES) return `${MOST_VALUES} fit`;
  if (isIn && values.includes(0)) return 'a container that ends with 0 has not failed, so In cannot ask for it';
  if (new Set(values).size < values.length) return 'one stands there twice';
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))
    ? undefined
    : 'they are not in order';
}
