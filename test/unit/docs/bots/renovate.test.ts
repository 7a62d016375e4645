import fc from 'fast-check';
import { parse } from 'yaml';
import { isJsonObject, own } from '../../../../src/model/json';
import { AFTER, BEFORE, draft } from '../../../support/release-drafts';
import { digestOf, SHOP_RELEASE } from '../../../support/released';
import { blocksOf, ownReleases } from './page';

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

interface Dependency {
  readonly depName?: string | undefined;
  readonly currentValue?: string | undefined;
  readonly currentDigest?: string | undefined;
}

interface Found extends Dependency {
  readonly replaceString: string;
}

const [block = ''] = blocksOf('renovate.md', 'json');
const { customManagers }: { customManagers: readonly Manager[] } = JSON.parse(block);
const [manager] = customManagers;
const matchStrings = manager?.matchStrings ?? [];

/** As Renovate extracts with the strategy `any`: expression by expression, over the whole file. */
function extract(text: string): readonly Found[] {
  return matchStrings.flatMap((one) =>
    [...text.matchAll(new RegExp(one, 'g'))].map(({ 0: replaceString, groups }) => ({ ...groups, replaceString })),
  );
}

const plain = ({ depName, currentValue, currentDigest }: Dependency): Dependency => ({
  ...{ depName, currentValue },
  ...(currentDigest !== undefined && { currentDigest }),
});

/** Renovate's rule of replacing, with what it holds the result against; undefined where it gives up. */
function replaced(text: string, index: number, value: string, digest?: string): string | undefined {
  const found = extract(text)[index];
  const { replaceString, currentValue = '', currentDigest } = found ?? { replaceString: '' };
  let written = replaceString.replaceAll(currentValue, value);
  if (currentDigest !== undefined && digest !== undefined) written = written.replaceAll(currentDigest, digest);
  const wanted = { ...found, currentValue: value, ...(currentDigest !== undefined && { currentDigest: digest }) };
  for (let at = text.indexOf(replaceString); at >= 0; at = text.indexOf(replaceString, at + 1)) {
    const after = text.slice(0, at) + written + text.slice(at + replaceString.length);
    const now = extract(after)[index];
    if (now !== undefined && JSON.stringify(plain(now)) === JSON.stringify(plain(wanted))) return after;
  }
  return undefined;
}

/** The images of a file, by a reader of YAML. */
function images(text: string): readonly Dependency[] {
  const apps = own(parse(text), 'apps');
  return Object.values(isJsonObject(apps) ? apps : {}).flatMap((app) =>
    Object.values(own(app, 'images') ?? {}).map((image) => ({
      depName: String(own(image, 'repository')),
      currentValue: String(own(image, 'tag')),
      ...(own(image, 'digest') !== undefined && { currentDigest: String(own(image, 'digest')) }),
    })),
  );
}

const sorted = (list: readonly Dependency[]) => list.map((one) => JSON.stringify(plain(one))).sort();

describe('the snippet of docs/bots/renovate.md', () => {
  it('is of a form that Renovate and RE2 take', () => {
    expect(matchStrings).toHaveLength(2);
    for (const one of matchStrings) {
      expect(one).not.toMatch(/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</);
      for (const name of ['depName', 'currentValue', 'currentDigest']) expect(one).toContain(`(?<${name}>`);
    }
  });

  it('finds every image of the files of this repository, and leaves every other byte alone', () => {
    const [pattern = ''] = manager?.managerFilePatterns ?? [];
    let count = 0;
    for (const [path, text] of Object.entries(ownReleases())) {
      expect(path).toMatch(new RegExp(pattern.slice(1, -1)));
      expect(sorted(extract(text))).toEqual(sorted(images(text)));
      extract(text).forEach(({ currentValue = '' }, index) => {
        count += 1;
        const lines = text.split('\n');
        const changed = (replaced(text, index, '77.7.7') ?? '')
          .split('\n')
          .flatMap((line, at) => (line === lines[at] ? [] : [at]));
        expect(changed).toHaveLength(1);
        // The same length of file: a line is never added or taken away.
        const [at = 0] = changed;
        expect(replaced(text, index, '77.7.7')?.split('\n')[at]?.replace('77.7.7', currentValue)).toBe(lines[at]);
      });
    }
    expect(count).toBeGreaterThan(40);
  });

  it('finds the image of 200 generated files, and moves tag and digest as an edit by hand would', () => {
    fc.assert(
      fc.property(draft, (file) => {
        const before = file(BEFORE);
        const shop = sorted(images(before));
        expect(sorted(extract(before))).toEqual(shop);
        expect(replaced(before, 0, AFTER.tag, AFTER.digest)).toBe(file({ ...AFTER, flag: BEFORE.flag }));
      }),
      { numRuns: 200 },
    );
  });

  it('reads entries as bump leaves them, and none that it cannot replace as a whole', () => {
    expect(sorted(extract(SHOP_RELEASE))).toEqual(sorted(images(SHOP_RELEASE)));
    const digest = digestOf('a');
    const behind = SHOP_RELEASE.replace('example/api\n', `example/api\n        digest: ${digest}\n`);
    expect(sorted(extract(behind))).toEqual(sorted(images(behind)));
    // A tag that moved while the digest stayed would run the old image.
    const first = `apps:\n  shop:\n    images:\n      web: { digest: ${digest}, repository: ghcr.io/e/web, tag: "1.0" }\n`;
    const between = `apps:\n  shop:\n    images:\n      web:\n        repository: ghcr.io/e/web\n        digest: ${digest}\n        tag: "1.0"\n`;
    expect([extract(first), extract(between)]).toEqual([[], []]);
  });

  it('gives up where a tag stands in the digest too', () => {
    const digest = `sha256:16${'a'.repeat(62)}`;
    const text = `apps:\n  shop:\n    images:\n      db: { repository: ghcr.io/e/db, tag: "16", digest: ${digest} }\n`;
    expect(replaced(text, 0, '17', digestOf('b'))).toBeUndefined();
    expect(replaced(text.replace('"16"', '16.1'), 0, '17.0', digestOf('b'))).toBe(
      text.replace('"16"', '17.0').replace(digest, digestOf('b')),
    );
  });
});
