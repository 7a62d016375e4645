import { type FieldPath, type JsonObject, type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';
import { labelSelectorsOf, SELECTOR_HOLDERS } from '../../reads/label-selectors';
import { isLabelValue, isQualifiedName } from '../../schema/names';

export const validLabelSelector: ObjectRule = {
  id: 'k8s/valid-label-selector',
  severity: 'error',
  summary: 'Labels that a selector asks for can exist, and each operator has the values it compares.',
  why: 'The server refuses a selector that asks for labels which cannot exist, or compares them with the wrong number of values.',
  see: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements',
  ],
  kinds: [...SELECTOR_HOLDERS, 'Service'],
  check(object, _context, tell) {
    if (object.kind === 'Service') judgeLabels(mapAt(object.value, 'spec', 'selector'), ['spec', 'selector'], tell);
    else for (const { selector, path } of labelSelectorsOf(object)) judgeSelector(selector, path, tell);
  },
};

/** Everything in one selector that the server cannot read. */
export function judgeSelector(selector: JsonValue | undefined, path: FieldPath, tell: Tell): void {
  judgeLabels(mapAt(selector, 'matchLabels'), [...path, 'matchLabels'], tell);
  listAt(selector, 'matchExpressions').forEach((one, i) => {
    const here = [...path, 'matchExpressions', i];
    const key = textAt(one, 'key') ?? '';
    const operator = textAt(one, 'operator') ?? '';
    const values = listAt(one, 'values');
    if (!isQualifiedName(key)) wrongLabel(key, undefined, [...here, 'key'], tell);
    values.forEach((value, v) => {
      if (typeof value === 'string' && !isLabelValue(value)) wrongLabel(key, value, [...here, 'values', v], tell);
    });
    judgeOperator(operator, values, [...here, 'values'], tell);
  });
}

/** Any other operator is the schema's finding. */
function judgeOperator(operator: string, values: readonly JsonValue[], path: FieldPath, tell: Tell): void {
  if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
    tell({
      path,
      found: 'nothing',
      wanted: 'at least one value',
      what: `the operator ${operator} compares with values, and there are none; the server refuses the selector.`,
      fix: 'list `values`.',
    });
  if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0)
    tell({
      path,
      found: values.join(', '),
      wanted: 'no values',
      what: `the operator ${operator} compares no values; the server refuses the selector.`,
      fix: 'remove `values`.',
    });
}

function judgeLabels(labels: JsonObject, path: FieldPath, tell: Tell): void {
  for (const key in labels) {
    const value = labels[key];
    if (isQualifiedName(key) && (typeof value !== 'string' || isLabelValue(value))) continue;
    wrongLabel(key, String(value), [...path, key], tell);
  }
}

function wrongLabel(key: string, value: string | undefined, path: FieldPath, tell: Tell): void {
  const text = value === undefined ? key : `${key}=${value}`;
  tell({
    path,
    found: value ?? key,
    wanted: 'at most 63 letters, digits, - _ and . with a letter or digit at both ends',
    what: `nothing can carry the label ${text}; the server refuses the selector.`,
    fix: 'select a label that can exist.',
  });
}
