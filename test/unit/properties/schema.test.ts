import fc from 'fast-check';
import { definitionOf } from '../../../src/checks/schema/definition';
import { Validator } from '../../../src/checks/schema/validate';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { schemasOf } from '../../support/schemas';

type Path = readonly (string | number)[];

const labels = { app: 'web' };
/** Objects that are valid, and in which every value is of a type of its own field: none is free-form. */
const OBJECTS: readonly JsonObject[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', labels, annotations: { note: 'x' } },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsUser: 100, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'web',
              image: 'web:1',
              args: ['--port', '8080'],
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'web', key: 'token', optional: true } } }],
              resources: { requests: { cpu: '250m', memory: '64Mi' } },
              readinessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'db', namespace: 'shop' },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'aws' },
      data: [{ secretKey: 'password', remoteRef: { key: 'shop/db', property: 'password' } }],
    },
  },
];

function paths(value: JsonValue | undefined, path: Path = []): readonly Path[] {
  const items: readonly (readonly [string | number, JsonValue | undefined])[] = Array.isArray(value)
    ? [...value.entries()]
    : [];
  const inner = isJsonObject(value) ? Object.entries(value) : items;
  return [path, ...inner.flatMap(([step, one]) => paths(one, [...path, step]))];
}

function changed(value: JsonValue | undefined, path: Path, change: (old: JsonValue) => JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return change(value as JsonValue);
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? changed(item, rest, change) : item));
  const object = value as JsonObject;
  return { ...object, [step]: changed(object[step as string], rest, change) };
}

/** Something no field takes that takes the old value; an int-or-string takes both, so it becomes a boolean. */
function ofAnotherType(old: JsonValue): JsonValue {
  if (typeof old === 'boolean') return 'true';
  if (typeof old === 'string' || typeof old === 'number') return true;
  return 'text';
}

function issuesOf(value: JsonValue): readonly Path[] {
  const object = renderedObject(value as JsonObject, { environment: 'test', app: 'shop' });
  const definition = definitionOf(object, schemasOf()) ?? '';
  return new Validator(schemasOf()).validate(value, definition).map(({ path }) => path);
}

const place = fc.constantFrom(...OBJECTS).chain((object) =>
  fc.record({
    object: fc.constant(object),
    // What the object is, is not a matter of its schema.
    path: fc.constantFrom(
      ...paths(object).filter(([first]) => first !== undefined && first !== 'apiVersion' && first !== 'kind'),
    ),
  }),
);

it('takes the objects as they are', () => {
  expect(OBJECTS.map(issuesOf)).toEqual([[], []]);
});

it('refuses an object with one value of another type, at that value', () => {
  fc.assert(
    fc.property(place, ({ object, path }) => {
      expect(issuesOf(changed(object, path, ofAnotherType))).toContainEqual(path);
    }),
    { numRuns: 300 },
  );
});

it('refuses an object with one more field, at that field', () => {
  const maps = place.filter(({ object, path }) => {
    const value = path.reduce<unknown>((here, step) => (here as Record<string, unknown>)[step], object);
    return isJsonObject(value) && !['labels', 'matchLabels', 'annotations', 'requests'].includes(String(path.at(-1)));
  });
  fc.assert(
    fc.property(maps, fc.stringMatching(/^x[A-Z][a-z]{3,8}$/), ({ object, path }, field) => {
      const more = changed(object, path, (old) => ({ ...(old as JsonObject), [field]: 'x' }));
      expect(issuesOf(more)).toEqual([[...path, field]]);
    }),
  );
});
