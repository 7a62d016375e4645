import type { AnnotationValue } from '../../knowledge/aws/annotation-values';
import { parseIpBlock } from './ip-block';

/** What the controller wants in place of a value it cannot read; undefined where it can. */
export function wantedValue(value: AnnotationValue | undefined, text: string): string | undefined {
  if (value === undefined) return undefined;
  const known = FITTING.get(value);
  if (known?.has(text)) return undefined;
  if (!fits(value, text)) return WORDS[value.kind](value);
  if (known === undefined) FITTING.set(value, new Set([text]));
  else if (known.size < MOST_REMEMBERED) known.add(text);
  return undefined;
}

/** The objects of a platform say the same few things. */
const FITTING = new Map<AnnotationValue, Set<string>>();
const MOST_REMEMBERED = 100;

function fits(value: AnnotationValue, text: string): boolean {
  switch (value.kind) {
    case 'choice':
      return value.choices.includes(text);
    case 'number':
      return /^-?\d+$/.test(text) && Number(text) >= value.min && Number(text) <= value.max;
    case 'pattern':
      return value.pattern.test(text);
    case 'cidrs':
      return text.split(',').every((one) => parseIpBlock(one.trim()) !== undefined);
    case 'map':
      return text.split(',').every((pair) => pair.trim() === '' || /^[^=]+=/.test(pair.trim()));
    case 'json':
      return parse(text) !== undefined;
    case 'listeners':
      return isListeners(parse(text));
  }
}

const WORDS: Readonly<Record<AnnotationValue['kind'], (value: AnnotationValue) => string>> = {
  choice: (value) => (value.kind === 'choice' ? value.choices.join(' or ') : ''),
  number: (value) => (value.kind === 'number' ? `a whole number from ${value.min} to ${value.max}` : ''),
  pattern: (value) => (value.kind === 'pattern' ? value.words : ''),
  cidrs: () => 'blocks such as 10.0.0.0/8 with commas between them',
  map: () => 'pairs such as a=1,b=2',
  json: () => 'JSON',
  listeners: () => 'JSON such as [{"HTTP": 80}, {"HTTPS": 443}], each port once',
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function isListeners(list: unknown): boolean {
  if (!Array.isArray(list) || list.length === 0) return false;
  const ports = list.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? Object.entries(one) : [['', 0]],
  );
  const sound = ports.every(
    ([protocol, port]) =>
      (protocol === 'HTTP' || protocol === 'HTTPS') &&
      Number.isInteger(port) &&
      Number(port) >= 1 &&
      Number(port) <= 65_535,
  );
  return ports.length > 0 && sound && new Set(ports.map(([, port]) => port)).size === ports.length;
}
