import { wrongBlock } from '../../grammar/cidr';
import { wrongPath, wrongRegex } from './alb-path-pattern';
import { parseJson } from './annotation-values';
import {
  anyOf,
  type Fields,
  fieldOf,
  isFields,
  jsonValue,
  listOf,
  objectOf,
  optional,
  required,
  type Shape,
  textOf,
} from './json-shape';

/** Values of one rule's conditions that a load balancer takes; AWS does not raise it. */
export const CONDITION_VALUES = 5;

/** @param wrongIn why a text is wrong, if it is */
function judged(wrongIn: (text: string) => string | undefined): Shape {
  return (value, at, { wrongs }) => {
    const wrong = typeof value === 'string' && value !== '' ? wrongIn(value) : 'it is not a text, or an empty one';
    if (wrong !== undefined) wrongs.push(`${at} ${JSON.stringify(value)}: ${wrong}`);
  };
}

const REGEX = judged(wrongRegex);

/** Texts with `*` and `?`, or regular expressions; never both. */
const patternsOf = (text: Shape): Shape =>
  objectOf({ values: optional(listOf(text)), regexValues: optional(listOf(REGEX)) }, eitherValues);

function eitherValues({ values, regexValues }: Fields, at: string): readonly string[] {
  if (values === undefined && regexValues === undefined) return [`${at}values is missing`];
  if (values !== undefined && regexValues !== undefined) return [`${at}values and ${at}regexValues exclude each other`];
  return [];
}

const CIDR = judged(wrongBlock);

const QUERY = objectOf({ key: optional(textOf(/^/, 'a text')), value: required(textOf()) });

/** Each field and the name and form of its configuration. */
const CONFIGS: Readonly<Record<string, readonly [config: string, shape: Shape]>> = {
  'host-header': ['hostHeaderConfig', patternsOf(textOf(/^\S{1,128}$/, 'a host of at most 128 characters'))],
  'path-pattern': ['pathPatternConfig', patternsOf(judged(wrongPath))],
  'http-header': [
    'httpHeaderConfig',
    objectOf(
      {
        httpHeaderName: required(textOf(/^[\w!#$%&'*+.^`|~-]{1,40}$/, 'a header’s name of at most 40 characters')),
        values: optional(listOf(textOf())),
        regexValues: optional(listOf(REGEX)),
      },
      eitherValues,
    ),
  ],
  'http-request-method': [
    'httpRequestMethodConfig',
    objectOf({ values: required(listOf(textOf(/^[A-Z_-]{1,40}$/, 'a method in capitals'))) }),
  ],
  'query-string': ['queryStringConfig', objectOf({ values: required(listOf(QUERY)) })],
  'source-ip': ['sourceIPConfig', objectOf({ values: required(listOf(CIDR)) })],
};

const ROWS = {
  field: required(textOf()),
  ...Object.fromEntries(Object.values(CONFIGS).map(([config, shape]) => [config, optional(shape)])),
};

const CONDITION = objectOf(ROWS, (fields, at) => {
  const field = String(fields['field']);
  const known = Object.hasOwn(CONFIGS, field) ? CONFIGS[field] : undefined;
  if (known === undefined) return [`${at}field "${field}" is not ${anyOf(Object.keys(CONFIGS))}`];
  return fields[known[0]] === undefined ? [`${at}${known[0]} is missing for field ${field}`] : [];
});

export const ALB_CONDITIONS = jsonValue<unknown>(
  'a list of conditions such as [{"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "x-team", "values": ["a"]}}]',
  (value, at, words) => {
    listOf(CONDITION, 0)(value, at, words);
  },
);

/** One condition of a text, as far as rules count it. */
export interface CountedCondition {
  readonly field: string;
  readonly values: readonly string[];
}

/** The conditions in a text that can be read. */
export function conditionsOf(text: string): readonly CountedCondition[] {
  const parsed = parseJson(text);
  const entries: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  return entries.filter(isFields).map((entry) => {
    const configs = Object.values(entry).filter(isFields);
    return {
      field: String(fieldOf(entry, 'field')),
      values: configs.flatMap((config) => [
        ...textsIn(fieldOf(config, 'values')),
        ...textsIn(fieldOf(config, 'regexValues')),
      ]),
    };
  });
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list)
    ? list.map((item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item)))
    : [];
}
