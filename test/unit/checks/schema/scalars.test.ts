import { wrongScalar } from '../../../../src/checks/schema/scalars';
import type { SchemaNode } from '../../../../src/model/schema';

const said = (value: unknown, schema: SchemaNode) => {
  const wrong = wrongScalar(value, schema);
  return wrong === undefined ? 'good' : `${wrong.code}: ${wrong.found} / ${wrong.wanted}`;
};

const string = (more: SchemaNode): SchemaNode => ({ type: 'string', ...more });

it.each<[unknown, SchemaNode, string]>([
  ['8080', { type: 'integer' }, 'type: the text "8080" / a whole number'],
  [1.5, { type: 'integer' }, 'type: the number 1.5 / a whole number'],
  [8080, { type: 'string' }, 'type: the number 8080 / text'],
  [true, { type: 'string' }, 'type: the boolean true / text'],
  ['true', { type: 'boolean' }, 'type: the text "true" / true or false'],
  [{}, { type: 'string' }, 'type: a map / text'],
  [[], { type: 'integer' }, 'type: a list / a whole number'],
  ['x'.repeat(200), { type: 'integer' }, `type: the text "${'x'.repeat(80)}…" / a whole number`],
  ['1', { type: 'number' }, 'type: the text "1" / a number'],
  [1.5, { type: 'number' }, 'good'],
])('types: %j against %j is %s', (value, schema, wanted) => {
  expect(said(value, schema)).toBe(wanted);
});

it.each<[unknown, SchemaNode, string]>([
  [2147483647, { type: 'integer', format: 'int32' }, 'good'],
  [2147483648, { type: 'integer', format: 'int32' }, 'value: 2147483648 / a whole number of 32 bits'],
  [-2147483648, { type: 'integer', format: 'int32' }, 'good'],
  [-2147483649, { type: 'integer', format: 'int32' }, 'value: -2147483649 / a whole number of 32 bits'],
  [9223372036854775807n, { type: 'integer', format: 'int64' }, 'good'],
  [
    9223372036854775808n,
    { type: 'integer', format: 'int64' },
    'value: 9223372036854775808 / a whole number of 64 bits',
  ],
  [0, { type: 'integer', minimum: 1, maximum: 65535 }, 'value: 0 / 1 to 65535'],
  [1, { type: 'integer', minimum: 1, maximum: 65535 }, 'good'],
  [65536, { type: 'integer', minimum: 1, maximum: 65535 }, 'value: 65536 / 1 to 65535'],
  [-1, { type: 'integer', minimum: 0 }, 'value: -1 / at least 0'],
  [11, { type: 'number', maximum: 10 }, 'value: 11 / at most 10'],
])('numbers: %p against %j is %s', (value, schema, wanted) => {
  expect(said(value, schema)).toBe(wanted);
});

it.each<[unknown, SchemaNode, string]>([
  ['udp', string({ enum: ['TCP', 'UDP'] }), 'value: "udp" / "TCP" or "UDP"'],
  ['', string({ minLength: 1 }), 'value: "" / at least 1 character'],
  ['abcd', string({ maxLength: 3 }), 'value: 4 characters / at most 3 characters'],
  ['😀😀😀', string({ maxLength: 3 }), 'good'],
  ['a_b', string({ pattern: '^[a-z]+$' }), 'value: "a_b" / text that matches ^[a-z]+$'],
  ['WARN', string({ pattern: '^(?i)(abort|warn)?$' }), 'good'],
  ['stop', string({ pattern: '^(?i)(abort|warn)?$' }), 'value: "stop" / text that matches ^(?i)(abort|warn)?$'],
  ['anything', string({ pattern: '(?<broken' }), 'good'],
  ['c2VjcmV0', string({ format: 'byte' }), 'good'],
  ['c2Vj\ncmV0\n', string({ format: 'byte' }), 'good'],
  ['c2VjcmV', string({ format: 'byte' }), 'value: text that is not base64 / base64'],
  ['pa$$word', string({ format: 'byte' }), 'value: text that is not base64 / base64'],
  ['2026-01-31T08:00:00Z', string({ format: 'date-time' }), 'good'],
  ['2026-01-31', string({ format: 'date-time' }), 'value: "2026-01-31" / a time such as "2026-01-31T08:00:00Z"'],
])('text: %j against %j is %s', (value, schema, wanted) => {
  expect(said(value, schema)).toBe(wanted);
});

it.each<[unknown, SchemaNode, string]>([
  [80, { format: 'int-or-string', minimum: 1, maximum: 65535 }, 'good'],
  ['http', { format: 'int-or-string', minimum: 1, maximum: 65535 }, 'good'],
  [70000, { format: 'int-or-string', minimum: 1, maximum: 65535 }, 'value: 70000 / 1 to 65535'],
  [1.5, { format: 'int-or-string' }, 'type: the number 1.5 / a whole number or text'],
  ['10x', { format: 'int-or-string', pattern: '^\\d+%$' }, 'value: "10x" / text that matches ^\\d+%$'],
  ['250m', { format: 'quantity' }, 'good'],
  [0.5, { format: 'quantity' }, 'good'],
  ['1e3', { format: 'quantity' }, 'good'],
  ['512MB', { format: 'quantity' }, 'value: "512MB" / a quantity such as 250m or 512Mi'],
  ['512 Mi', { format: 'quantity' }, 'value: "512 Mi" / a quantity such as 250m or 512Mi'],
  [true, { format: 'quantity' }, 'type: the boolean true / a quantity such as 250m or 512Mi'],
  [{ free: ['form'] }, { format: 'any' }, 'good'],
])('Kubernetes’ own: %j against %j is %s', (value, schema, wanted) => {
  expect(said(value, schema)).toBe(wanted);
});
