import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as plus from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import { BEHIND_GATEWAYS } from '../../../support/gateway-places';
import { lbc } from '../../../support/gateways';
import { type Place, theirs } from '../../../support/plus-place';
import { PLACES } from '../../../support/plus-places';
import { ROOT } from '../../../support/project';
import { render } from '../../../support/render';

/** Types that stand for an object of the app, and names of properties that do. */
const TYPES =
  /\b(NlbBackend|Named|NamedObject|BackendInput|PlusServiceBackend|PeerInput|PlusPods|ScaleTargetInput|MeasuredInput|SubjectInput|EnvFromInput|EnvInput|SecretReaderAccount|ServedWorkload|Workload|StorageClassInput|AllowedObjects)\b/;
const NAMES = /^(serviceAccounts?|configMaps?|secrets?|claims?|pods|subjects?)$/;
/** What cdk8s-plus says, and what was read from AWS. */
const NOT_TAKEN = /Facts$|^PlusPodSelector$/;

interface Property {
  /** `Interface.property` */
  readonly name: string;
  /** Whether it could take an object. */
  readonly isPlace: boolean;
}

/** All properties, from the printed API. */
function properties(): readonly Property[] {
  const api = readFileSync(join(ROOT, 'docs', 'api.txt'), 'utf8');
  return Array.from(api.matchAll(/^(?:interface|type) (\w+)[^\n]*\{\n([\s\S]*?)^\}/gm), ([, owner = '', body = '']) =>
    Array.from(body.matchAll(/^ {2}readonly (\w+)\??: ([\s\S]*?);(?=\n {2}\S|\n$)/gm), ([, name = '', type = '']) => {
      const isPlace = (TYPES.test(type) || NAMES.test(name)) && !NOT_TAKEN.test(owner);
      return { name: `${owner}.${name}`, isPlace };
    }),
  ).flat();
}

describe('every property that could take an object of cdk8s-plus', () => {
  it('has a row of test/support/plus-places.ts that shows how, or says why it does not', () => {
    const all = properties();
    const known = new Set(all.map(({ name }) => name));
    expect(all.filter(({ name, isPlace }) => isPlace && !(name in PLACES)).map(({ name }) => name)).toEqual([]);
    expect(Object.keys(PLACES).filter((name) => !known.has(name))).toEqual([]);
  });

  const taken = Object.entries(PLACES).filter((row): row is [string, Place] => typeof row[1] !== 'string');

  it.each(
    taken.flatMap(([name, place]) => [
      [name, 'cdk8s-plus-28', plus, place] as const,
      [name, 'cdk8s-plus-33', plus33 as unknown as typeof plus, place] as const,
    ]),
  )('%s takes that of %s', (name, _version, library, place) => {
    let wanted: readonly string[] = [];
    const objects = render(
      (scope) => {
        wanted = place(scope, theirs(library, scope));
      },
      BEHIND_GATEWAYS.has(name) ? lbc : undefined,
    );
    const [object = '', text = ''] = wanted;
    expect(sorted(objects[object])).toContain(text);
  });
});

/** As JSON, with the keys of each map in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
