import { check } from '../../../../src/checks/engine/check';
import { noMissingSchema } from '../../../../src/checks/rules/k8s/no-missing-schema';
import { validSchema } from '../../../../src/checks/rules/k8s/valid-schema';
import { hasRepeatedRepeat } from '../../../../src/checks/schema/repeated-repeat';
import type { JsonObject, JsonValue } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const environment = eksEnvironment();

function definition(schema: JsonValue, scope = 'Namespaced', group = 'example.com', kind = 'Widget'): JsonObject {
  const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }];
  const names = { kind, plural: `${kind.toLowerCase()}s` };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${group}` },
    spec: { group, scope, names, versions },
  };
}

function widget(spec: JsonValue, apiVersion = 'example.com/v1', kind = 'Widget'): JsonObject {
  return { apiVersion, kind, metadata: { name: 'a', namespace: 'shop' }, spec };
}

function said(...values: readonly JsonObject[]) {
  const objects = values.map((value) => renderedObject(value, { environment: environment.name, app: 'shop' }));
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
  const { findings } = check(input, [validSchema, noMissingSchema]);
  return findings.map(({ severity, field, message }) => `${severity} ${field}: ${message}`);
}

const SCHEMA: JsonObject = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'integer', minimum: 1, maximum: 9 },
        mode: { type: 'string', enum: ['fast', 'slow'] },
        code: { type: 'string', pattern: '^[a-z]{2}$' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { n: { type: 'integer' } } },
        template: { type: 'object', 'x-kubernetes-embedded-resource': true },
        port: { 'x-kubernetes-int-or-string': true },
      },
    },
    status: { type: 'object' },
  },
};

describe('7.5 a definition beside its objects', () => {
  it('7.5 is what they are judged by: types, required fields, choices, patterns, ranges, unknown fields', () => {
    const right = {
      size: 3,
      mode: 'fast',
      code: 'ab',
      labels: { a: 'b' },
      free: { x: [1], n: 2 },
      template: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' } },
      port: 'http',
    };
    expect(said(definition(SCHEMA), widget(right))).toEqual([]);
    const wrong = { size: 10, mode: 'fats', code: 'abc', labels: { a: 1 }, free: { n: 'x' }, sise: 1, port: true };
    expect(said(definition(SCHEMA), widget(wrong))).toEqual([
      'error spec.code: Widget.example.com shop/a: found "abc"; wanted text that matches ^[a-z]{2}$. The server refuses the object.',
      'error spec.free.n: Widget.example.com shop/a: found the text "x" where a whole number is wanted, so the server refuses the object.',
      'error spec.labels.a: Widget.example.com shop/a: found the number 1 where text is wanted, so the server refuses the object.',
      'error spec.mode: Widget.example.com shop/a: found "fats"; wanted "fast" or "slow". The server refuses the object. Did you mean "fast"?',
      'error spec.port: Widget.example.com shop/a: found the boolean true where a whole number or text is wanted, so the server refuses the object.',
      'error spec.sise: Widget.example.com shop/a: its definition knows no field `sise` here. The server drops it or refuses the object. Did you mean "size"?',
      'error spec.size: Widget.example.com shop/a: found 10; wanted 1 to 9. The server refuses the object.',
    ]);
    expect(said(definition(SCHEMA), { ...widget({}), spec: {} })).toEqual([
      'error spec.size: Widget.example.com shop/a: `size` is required and missing, so the server refuses the object.',
    ]);
  });

  it('7.5 leaves CEL to the server, and says so once', () => {
    const rules = [{ rule: 'self.size > 2', message: 'too small' }];
    const schema = { ...SCHEMA, 'x-kubernetes-validations': rules };
    expect(said(definition(schema), widget({ size: 1 }), widget({ size: 2 }))).toEqual([
      'info spec.versions: CustomResourceDefinition widgets.example.com: its objects are judged by its schema, but what it asks in CEL (`x-kubernetes-validations`) only the server judges.',
    ]);
    expect(said(definition(schema))).toEqual([]);
  });

  it('7.5 takes the place of a pinned definition, and a version it does not serve has none', () => {
    const brought = definition(SCHEMA, 'Namespaced', 'cert-manager.io', 'Certificate');
    expect(said(brought, widget({ size: 1 }, 'cert-manager.io/v1', 'Certificate'))).toEqual([]);
    expect(
      said(brought, widget({ size: 1 }, 'example.com/v2'), widget({ size: 1 }, 'cert-manager.io/v2', 'Certificate')),
    ).toHaveLength(2);
  });

  it.each<[string, JsonValue]>([
    ['no schema', null],
    [
      'lists for maps',
      { type: 'object', properties: [1], required: 'size', enum: 3, items: 'x', additionalProperties: 1 },
    ],
    ['another type', { type: ['object', 'x'], minimum: '1', pattern: 7, format: {} }],
    ['a pattern that is none', { type: 'object', properties: { spec: { type: 'string', pattern: '(' } } }],
    [
      'keys of prototypes',
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"integer"},"constructor":{}}}'),
    ],
    ['alternatives of anything', { oneOf: [1, null], anyOf: {}, allOf: [[]] }],
  ])('7.5 asks nothing where the definition itself is wrong: %s', (_name, schema) => {
    expect(() => said(definition(schema), widget('x'))).not.toThrow();
  });

  it('7.5 leaves a pattern to the server that JavaScript may match for ever', () => {
    const text = { type: 'string', pattern: '^(a+)+$' };
    const schema = { type: 'object', properties: { spec: { type: 'object', properties: { text } } } };
    expect(said(definition(schema), widget({ text: `${'a'.repeat(60)}!` }))).toEqual([
      'info spec.versions: CustomResourceDefinition widgets.example.com: its objects are judged by its schema, but the pattern `^(a+)+$` only the server judges.',
    ]);
    expect(['(a+)+', '((a*)b)*', '([a-z]+){2,}', '(?:(?:x+)y?)*'].filter((one) => !hasRepeatedRepeat(one))).toEqual([]);
    expect(['^[a-z]+(-[a-z])?$', '(ab)+', '[(+)+]+', '(a\\+)+', 'a+b+'].filter(hasRepeatedRepeat)).toEqual([]);
  });
});
