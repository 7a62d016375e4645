import { type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import { type Path, type Tell, tellOf } from '../../engine/fault';
import type { Rule } from '../../engine/rule';
import { labelSelectorsOf, SELECTOR_HOLDERS } from '../../reads/label-selectors';
import { isLabelValue, isQualifiedName } from '../../schema/names';

const SERVICE = ['spec', 'selector'];

/** Selectors that the server can read, whichever kind holds them. */
export const validLabelSelector: Rule = {
  id: 'k8s/valid-label-selector',
  severity: 'error',
  summary: 'Labels that a selector asks for can exist, and each operator has the values it compares.',
  see: 'Kubernetes: labels and selectors, syntax and character set',
  check({ judgedOf }, report) {
    for (const object of judgedOf(...SELECTOR_HOLDERS))
      for (const { selector, path } of labelSelectorsOf(object)) selectorFaults(selector, path, tellOf(object, report));
    for (const object of judgedOf('Service'))
      if (object.group === '') pairs(mapAt(object.value, 'spec', 'selector'), SERVICE, tellOf(object, report));
  },
};

/** What no server reads in one selector. */
export function selectorFaults(selector: JsonValue | undefined, path: Path, tell: Tell): void {
  pairs(mapAt(selector, 'matchLabels'), path, tell, 'matchLabels');
  listAt(selector, 'matchExpressions').forEach((one, i) => {
    const here = [...path, 'matchExpressions', i];
    const key = textAt(one, 'key') ?? '';
    const operator = textAt(one, 'operator') ?? '';
    const values = listAt(one, 'values');
    if (!isQualifiedName(key)) label(key, undefined, [...here, 'key'], tell);
    values.forEach((value, v) => {
      if (typeof value === 'string' && !isLabelValue(value)) label(key, value, [...here, 'values', v], tell);
    });
    const compares = operator === 'In' || operator === 'NotIn';
    const exists = operator === 'Exists' || operator === 'DoesNotExist';
    // Any other operator is the schema's finding.
    if (compares ? values.length > 0 : !(exists && values.length > 0)) return;
    tell({
      path: [...here, 'values'],
      found: values.length === 0 ? 'nothing' : values.join(', '),
      wanted: compares ? 'at least one value' : 'no values',
      what: `the operator ${operator} compares ${compares ? 'with values, and there are none' : 'no values'}; the server refuses the selector.`,
      fix: compares ? 'list `values`.' : 'remove `values`.',
    });
  });
}

function pairs(labels: Readonly<Record<string, unknown>>, path: Path, tell: Tell, ...field: readonly string[]): void {
  for (const key in labels) {
    const value = labels[key];
    if (isQualifiedName(key) && (typeof value !== 'string' || isLabelValue(value))) continue;
    label(key, String(value), [...path, ...field, key], tell);
  }
}

function label(key: string, value: string | undefined, path: Path, tell: Tell): void {
  const text = value === undefined ? key : `${key}=${value}`;
  tell({
    path,
    found: value ?? key,
    wanted: 'at most 63 letters, digits, - _ and . with a letter or digit at both ends',
    what: `nothing can carry the label ${text}; the server refuses the selector.`,
    fix: 'select a label that can exist.',
  });
}
