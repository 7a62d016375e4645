import { toJsonSchema } from '@valibot/to-json-schema';
import * as fc from 'fast-check';
import { validate } from '../../../src/load/settings/issues';
import { mergeSettings } from '../../../src/load/settings/merge';
import { parseSettings } from '../../../src/load/settings/read-yaml';
import { environmentSchema } from '../../../src/load/settings/schema';
import type { SettingsFile } from '../../../src/load/settings/settings-file';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/model/json';

/** Settings that are right, as a person would write them in one file. */
const RIGHT = {
  platform: 'eks',
  tier: 'production',
  kubernetesVersion: '1.34',
  clusterName: 'main',
  domain: 'shop.example.com',
  region: 'eu-west-1',
  accountId: '012345678901',
  compute: { managedNodeGroups: [{ name: 'general' }], fargateProfiles: [] },
  network: { vpcId: 'vpc-01234567', cidrs: ['10.0.0.0/16'], subnets: { private: [] } },
  identity: { mode: 'irsa' },
  gitops: { repoURL: 'https://git.example.com/a.git', destination: { name: 'main' } },
  owners: { shop: { namespaces: ['shop'] } },
};

/** Maps of the settings whose keys are given. */
const MAPS: readonly (readonly (string | number)[])[] = [
  [],
  ['compute'],
  ['compute', 'managedNodeGroups', 0],
  ['network'],
  ['network', 'subnets'],
  ['identity'],
  ['gitops'],
  ['gitops', 'destination'],
  ['owners', 'shop'],
];

function read(value: unknown): SettingsFile {
  const result = parseSettings(JSON.stringify(value), 'a.yaml');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.file;
}

const names = fc.oneof(
  fc.constantFrom('constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', '0', 'Tier', 'tier '),
  fc.string({ minLength: 1 }).filter((name) => name !== '__proto__' && name !== '<<'),
);
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(names, tie('value'))),
})).value;
const map = fc.dictionary(names, json, { maxKeys: 5 });

/** What laying one value over another means, without places. */
function laidOver(below: JsonValue | undefined, above: JsonValue): JsonValue {
  if (!isJsonObject(above) || !isJsonObject(below)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  const merged = [...keys].map((key) => {
    const inner = Object.hasOwn(above, key) ? (above[key] as JsonValue) : undefined;
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    return [key, inner === undefined ? under : laidOver(under, inner)] as const;
  });
  return Object.assign(Object.create(null), Object.fromEntries(merged)) as JsonObject;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('settings', () => {
  it('are accepted as they stand, or the properties below would show nothing', () => {
    expect('output' in validate(environmentSchema, mergeSettings([read(RIGHT)]))).toBe(true);
  });

  it('never take a key that nobody knows, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MAPS), names, leaf, (path, name, value) => {
        const changed = structuredClone(RIGHT) as unknown as Record<string, unknown>;
        const target = path.reduce<Record<string, unknown>>(
          (here, step) => here[step] as Record<string, unknown>,
          changed,
        );
        fc.pre(!KNOWN.has(name));
        Object.defineProperty(target, name, { value, enumerable: true });
        expect('problems' in validate(environmentSchema, mergeSettings([read(changed)]))).toBe(true);
      }),
    );
  });

  it('merge to the keys of both files, the nearer file winning', () => {
    fc.assert(
      fc.property(map, map, (below, above) => {
        const files = [read(below), read(above)];
        const merged = mergeSettings(files);
        const [far, near] = files.map((file) => file.value) as [JsonValue, JsonValue];
        expect(plain(merged.value)).toEqual(plain(laidOver(far, near)));
      }),
    );
  });

  it('leave every prototype as it was', () => {
    const payload = '{"polluted":true}';
    fc.assert(
      fc.property(fc.constantFrom('__proto__', 'constructor', 'prototype', '<<'), fc.boolean(), (name, deep) => {
        const text = deep ? `a: {${JSON.stringify(name)}: {prototype: ${payload}}}` : `${name}: ${payload}`;
        const result = parseSettings(text, 'a.yaml');
        if ('file' in result) {
          const settings = mergeSettings([read(RIGHT), result.file, result.file]);
          expect('problems' in validate(environmentSchema, settings)).toBe(true);
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
    );
  });

  it('are read or refused at a place in the text, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        ': ',
        '- ',
        '\n',
        '  ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '&x ',
        '*x',
        '!t ',
        '|',
        '>',
        '#',
        '%',
        '\t',
      ],
      ...['? ', '<<', '---', '...', '\r', '\u0000', '\u2028', 'é', '😀', '1.30', '~'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const result = parseSettings(text, 'a.yaml');
        if ('file' in result) return;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { place } of result.problems) {
          const line = text.split('\n')[(place?.line ?? 0) - 1];
          expect(line === undefined ? -1 : line.length + 1).toBeGreaterThanOrEqual(place?.column ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Every key that some map of the settings takes. */
const KNOWN: ReadonlySet<string> = keysOf(toJsonSchema(environmentSchema, { errorMode: 'ignore' }));

function keysOf(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  return new Set(
    Object.entries(schema).flatMap(([key, value]) => [
      ...(key === 'properties' ? Object.keys(value) : []),
      ...keysOf(value),
    ]),
  );
}
