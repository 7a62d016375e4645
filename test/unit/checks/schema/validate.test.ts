import { Validator } from '../../../../src/checks/schema/validate';
import { fieldPath } from '../../../../src/model/json';
import type { SchemaNode, SchemaStore } from '../../../../src/model/schema';
import { schemasOf } from '../../../support/schemas';

/** Issues of a value against a definition of its own, as text; `builtIn` says whose rules for null hold. */
function issues(schema: SchemaNode, value: unknown, builtIn = false): readonly string[] {
  const bundle = {
    kinds: {},
    definitions: new Map<string, SchemaNode>([
      ['X', schema],
      ['Named', { type: 'string' }],
    ]),
  };
  const empty = { kinds: {}, definitions: new Map() };
  const store: SchemaStore = {
    ...schemasOf(),
    kubernetes: builtIn ? bundle : empty,
    custom: builtIn ? empty : bundle,
  };
  return new Validator(store)
    .validate(value, 'X')
    .map(({ path, code, found, wanted }) => `${fieldPath(path)} ${code}: ${found} / ${wanted}`.trim());
}

const text = { type: 'string' } as const;
const map = (properties: Record<string, SchemaNode>, more: SchemaNode = {}): SchemaNode => ({
  type: 'object',
  properties,
  ...more,
});

describe('maps', () => {
  it('hold only fields that exist', () => {
    expect(issues(map({ name: text }), { name: 'a', nmae: 'b' })).toEqual([
      'nmae unknown: `nmae` / a field that exists',
    ]);
    expect(issues(map({ name: text }, { open: true }), { nmae: 'b' })).toEqual([]);
    expect(issues(map({ name: text }), { constructor: 'b' })).toEqual([
      'constructor unknown: `constructor` / a field that exists',
    ]);
  });

  it('judge free keys by the schema of their values', () => {
    expect(issues({ type: 'object', values: text }, { a: 'x', b: 1 })).toEqual(['b type: the number 1 / text']);
  });

  it('lack nothing that is required, and null is nothing', () => {
    const schema = map({ name: text, age: { type: 'integer' } }, { required: ['name', 'age'] });
    expect(issues(schema, { age: null }, true)).toEqual([
      'name missing: nothing / `name`',
      'age missing: nothing / `age`',
    ]);
  });

  it('have no more and no fewer fields than they may', () => {
    const one = { type: 'object', values: text, minProperties: 1, maxProperties: 1 } as const;
    expect(issues(one, {})).toEqual(['value: 0 fields / exactly 1 field']);
    expect(issues(one, { a: 'x' })).toEqual([]);
    expect(issues(one, { a: 'x', b: 'y' })).toEqual(['value: 2 fields / exactly 1 field']);
  });

  it('choose among alternatives', () => {
    const either = [{ required: ['name'] }, { required: ['number'] }];
    const properties = { name: text, number: { type: 'integer' } } as const;
    expect(issues(map(properties, { oneOf: either }), { name: 'a', number: 1 })).toEqual([
      'alternative: `name` and `number` / exactly one of `name`, `number`',
    ]);
    expect(issues(map(properties, { oneOf: either }), {})).toEqual([
      'alternative: none of them / exactly one of `name`, `number`',
    ]);
    expect(issues(map(properties, { anyOf: either }), { name: 'a', number: 1 })).toEqual([]);
    expect(issues(map(properties, { anyOf: either }), {})).toEqual([
      'alternative: none of them / at least one of `name`, `number`',
    ]);
  });
});

describe('lists', () => {
  it('have a length within limits', () => {
    const schema = { type: 'array', items: text, minItems: 1, maxItems: 2 } as const;
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((value) => issues(schema, value))).toEqual([
      ['value: 0 items / 1 to 2 items'],
      [],
      [],
      ['value: 3 items / 1 to 2 items'],
    ]);
  });

  it('that are long are judged as short ones are', () => {
    const schema: SchemaNode = { type: 'array', items: map({ name: text }), listKeys: ['name'] };
    const value = Array.from({ length: 40 }, (_, i) => ({ name: `n${i}` }));
    expect(issues(schema, value)).toEqual([]);
    expect(issues(schema, [...value, { name: 'n3' }])).toEqual([
      '[40] duplicate: name "n3" / other values than item [3]',
    ]);
  });

  it('that are maps have no two items with the same keys', () => {
    const schema = { type: 'array', listKeys: ['port', 'protocol'] } as const;
    const value = [{ port: 80 }, { port: 80, protocol: 'UDP' }, { port: 80, protocol: 'TCP' }];
    expect(issues(schema, value)).toEqual(['[2] duplicate: port 80 and protocol "TCP" / other values than item [0]']);
  });

  it('that are sets have no two equal items', () => {
    expect(issues({ type: 'array', items: text, set: true }, ['a', 'b', 'a'])).toEqual([
      '[2] duplicate: "a" / other values than item [0]',
    ]);
  });

  it('hold no null, also in what Kubernetes itself defines', () => {
    expect(issues({ type: 'array', items: text }, [null], true)).toEqual(['[0] type: null / text']);
  });
});

describe('null', () => {
  it('is a field left out, where Kubernetes itself defines the field', () => {
    expect(issues(map({ name: text }), { name: null }, true)).toEqual([]);
  });

  it('is refused in a custom kind, unless the field takes it', () => {
    expect(issues(map({ name: text }), { name: null })).toEqual(['name type: null / text']);
    expect(issues(map({ name: { ...text, nullable: true } }), { name: null })).toEqual([]);
  });

  it('is told apart by who defines the field, not by the kind: metadata is everywhere Kubernetes’ own', () => {
    const object = {
      metadata: { name: 'a', creationTimestamp: null },
      spec: { refreshInterval: null, dataFrom: null },
    };
    const found = new Validator(schemasOf()).validate(object, 'external-secrets.io/v1/ExternalSecret');
    expect(found.map(({ path, found: what }) => `${fieldPath(path)}: ${what}`)).toEqual(['spec.dataFrom: null']);
  });
});

it('says all that is wrong at once, each with its path', () => {
  const schema = map({ list: { type: 'array', items: map({ name: text }) }, count: { type: 'integer' } });
  expect(issues(schema, { list: [{ name: 1 }, 'x', { nome: 'y' }], count: 1.5 })).toEqual([
    'list[0].name type: the number 1 / text',
    'list[1] type: the text "x" / a map',
    'list[2].nome unknown: `nome` / a field that exists',
    'count type: the number 1.5 / a whole number',
  ]);
});

it('may be asked again and again', () => {
  const validator = new Validator(schemasOf());
  const first = validator.validate({ spec: 1 }, 'core.v1.Service');
  validator.validate({ spec: {} }, 'core.v1.Service');
  expect(first.map(({ path }) => path)).toEqual([['spec']]);
  expect(validator.validate({ spec: {} }, 'core.v1.Service')).toEqual([]);
});
