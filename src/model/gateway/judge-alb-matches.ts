import { type IngressPath, rightPathValue, wrongPathValue } from '../../knowledge/aws/alb-path-pattern';
import type { FieldVerdict } from '../field-verdict';
import { type FieldPath, type JsonValue, listAt, textAt } from '../json';
import { STOPS } from './stops';

/** The controller makes the same values of a condition out of both. */
function asInIngress(path: string, type: string): IngressPath {
  if (type === 'RegularExpression') return { path, pathType: 'ImplementationSpecific', usesRegex: true };
  return { path, pathType: type === 'Exact' ? type : 'Prefix', usesRegex: false };
}

export function judgeAlbMatches(rule: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return listAt(rule, 'matches').flatMap((match, index) => {
    const here = [...path, 'matches', index];
    const value = textAt(match, 'path', 'value') ?? '';
    const type = textAt(match, 'path', 'type') ?? 'PathPrefix';
    const verdicts: FieldVerdict[] = [];
    if (value.includes('*') && type !== 'RegularExpression') {
      const effect = type === 'Exact' ? 'an ALB reads it as a wildcard' : `the controller refuses it. ${STOPS}`;
      verdicts.push({
        path: [...here, 'path', 'value'],
        found: value,
        what: `it matches the path "${value}" with *: ${effect.replace(/\.?$/, '.')}`,
        fix: 'use a PathPrefix without it.',
        ...(type === 'Exact' ? { severity: 'warning' as const } : {}),
      });
    }
    return [...verdicts, ...judgePath(value, type, here), ...judgeHeaders(match, here)];
  });
}

function judgePath(value: string, type: string, here: FieldPath): readonly FieldVerdict[] {
  const one = asInIngress(value, type);
  const wrong = wrongPathValue(one);
  if (wrong === undefined) return [];
  const isRegex = type === 'RegularExpression';
  return [
    {
      path: [...here, 'path', 'value'],
      found: value,
      what: `AWS refuses the path "${value}": ${wrong}. ${STOPS}`,
      fix: isRegex ? rightPathValue(one) : 'match the part before it as a PathPrefix, and the rest in the Pods.',
    },
  ];
}

function judgeHeaders(match: JsonValue, here: FieldPath): readonly FieldVerdict[] {
  return listAt(match, 'headers').flatMap((header, h): readonly FieldVerdict[] => {
    const text = textAt(header, 'value') ?? '';
    if (textAt(header, 'type') === 'RegularExpression' || !/(^|[^\\]),/.test(text)) return [];
    return [
      {
        path: [...here, 'headers', h, 'value'],
        found: text,
        severity: 'warning',
        what: `it matches header ${textAt(header, 'name')} with "${text}": the controller reads the comma as "or".`,
        fix: 'write \\, for a comma, or a match for each value.',
      },
    ];
  });
}
