import type { SchemaNode } from '../../../src/model/schema';
import { jsonSchemaFiles, SCHEMA_LOCATION } from '../../../src/referee/json-schemas';
import { schemasOf } from '../../support/schemas';

const store = schemasOf('1.34');
const files = new Map(jsonSchemaFiles(store).map(({ path, content }) => [path, JSON.parse(content)]));

it('writes one file for each kind, where the template finds it', () => {
  expect(SCHEMA_LOCATION).toBe('{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json');
  expect(files.size).toBe(Object.keys({ ...store.kubernetes.kinds, ...store.custom.kinds }).length);
  expect(files.has('v1/service_v1.json')).toBe(true);
  expect(files.has('apps/deployment_v1.json')).toBe(true);
  expect(files.has('elbv2.k8s.aws/ingressclassparams_v1beta1.json')).toBe(true);
  expect(files.has('eks.amazonaws.com/ingressclassparams_v1.json')).toBe(true);
});

it('holds in each file all that it points at', () => {
  const missing = [...files].flatMap(([path, schema]) => {
    const used = JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g);
    return [...used].flatMap(([, name = '']) => {
      const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
      return Object.hasOwn(schema.definitions, key) ? [] : [`${path}: ${key}`];
    });
  });
  expect(missing).toEqual([]);
});

it('closes what is closed, and says every limit', () => {
  const { definitions } = files.get('apps/deployment_v1.json');
  expect(definitions['core.v1.ContainerPort']).toEqual({
    type: 'object',
    required: ['containerPort'],
    additionalProperties: false,
    properties: {
      containerPort: { type: 'integer', minimum: 1, maximum: 65535 },
      hostIP: { type: 'string' },
      hostPort: { type: 'integer', minimum: 0, maximum: 65535 },
      name: { type: 'string', maxLength: 15, pattern: '^(([0-9]-?)*[a-z](-?[a-z0-9])*)?$' },
      protocol: { type: 'string', enum: ['TCP', 'UDP', 'SCTP'] },
    },
  });
  expect(definitions['core.v1.ResourceRequirements'].properties.limits).toEqual({
    type: 'object',
    additionalProperties: { type: ['number', 'string'] },
  });
  expect(definitions['core.v1.TCPSocketAction'].properties.port).toEqual({
    type: ['integer', 'string'],
    minimum: 1,
    maximum: 65535,
  });
});

it('takes null where a default stands in, also among the choices', () => {
  const bundle = {
    kinds: { 'a/v1/A': 'A' },
    definitions: new Map<string, SchemaNode>([['A', { type: 'string', enum: ['x'], nullable: true }]]),
  } as const;
  const [file] = jsonSchemaFiles({ ...store, kubernetes: { kinds: {}, definitions: new Map() }, custom: bundle });
  expect(JSON.parse(file?.content ?? '')).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $ref: '#/definitions/A',
    definitions: { A: { type: ['string', 'null'], enum: ['x', null] } },
  });
});
