import { listAt, mapAt, textAt } from './json';

/**
 * Whether a selector (`matchLabels`, `matchExpressions`) selects what has these labels; an empty one selects everything.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function matchesLabels(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.entries(mapAt(selector, 'matchLabels')).every(([key, value]) => labels[key] === value) &&
    listAt(selector, 'matchExpressions').every((expression) => holds(expression, labels))
  );
}

function holds(expression: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  const value = labels[textAt(expression, 'key') ?? ''];
  const isListed = value !== undefined && listAt(expression, 'values').some((one) => one === value);
  switch (textAt(expression, 'operator')) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
