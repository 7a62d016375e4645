import { oneLine } from '../grammar/visible-text';
import type { FieldDifference } from '../model/object-diff';
import { valueText } from './value-text';

/** A title and one line per field; an empty text when nothing differs. */
export function differencesText(title: string, differences: readonly FieldDifference[]): string {
  if (differences.length === 0) return '';
  const lines = differences.map(
    ({ field, before, after }) => `  ${oneLine(field)}: ${valueText(before)} → ${valueText(after)}`,
  );
  return `${title}\n${lines.join('\n')}\n`;
}
