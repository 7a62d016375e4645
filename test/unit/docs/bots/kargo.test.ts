import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml';
import { TestProject } from '../../../support/project';
import { digestOf, SHOP_RELEASE, shopOf } from '../../../support/released';
import { blocksOf } from './page';

interface Update {
  readonly key: string;
  readonly value: string;
}

interface Step {
  readonly uses: string;
  readonly config: { readonly path: string; readonly updates?: readonly Update[] };
}

const [steps = '', entry = ''] = blocksOf('kargo.md', 'yaml');
const update = (parse(steps) as readonly Step[]).find(({ uses }) => uses === 'yaml-update')?.config;

/** Keys end at a dot, unless a backslash stands before it. */
const splitKey = (key: string) => [...key.matchAll(/(?:\\.|[^.\\])+/g)].map(([part]) => part.replace(/\\(.)/g, '$1'));

/** A text that a reader of YAML would take for something else is put in quotes. */
const quoted = (value: string) => (/^(-?\d+(\.\d*)?(e\d+)?|true|false|t|f|null)$/i.test(value) ? `"${value}"` : value);

/** Where the value of a key begins. @throws Error as the step fails */
function placeOf(text: string, key: string): number {
  let node: unknown = parseDocument(text).contents;
  for (const part of splitKey(key)) {
    if (isSeq(node)) node = node.items[Number(part)];
    else
      node = isMap(node) ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === part)?.value : undefined;
    if (node === undefined) throw new Error(`error finding key ${key}: key path not found`);
  }
  if (!isScalar(node) || !node.range) throw new Error('key path does not address a scalar node');
  return node.range[0];
}

/** The rule of `yaml-update`: what stands in a line from the old value on becomes the new value. */
function updated(text: string, updates: readonly Update[]): string {
  const byLine = new Map<number, { readonly column: number; readonly value: string }>();
  for (const { key, value } of updates) {
    const before = text.slice(0, placeOf(text, key)).split('\n');
    byLine.set(before.length - 1, { column: before.at(-1)?.length ?? 0, value });
  }
  const lines = text.split('\n').map((line, index) => {
    const change = byLine.get(index);
    return change === undefined ? line : line.slice(0, change.column) + quoted(change.value);
  });
  return lines.join('\n');
}

/** What the expressions of the page stand for in a promotion. */
const valued = (tag: string, digest: string): readonly Update[] =>
  (update?.updates ?? []).map(({ key, value }) => ({ key, value: value.includes('.Digest') ? digest : tag }));

describe('the step of docs/bots/kargo.md', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': shopOf('shop') });
  });
  afterEach(() => project.remove());

  const file = 'environments/dev/release.yaml';
  const check = (text: string) => {
    project.write(file, text);
    return project.run('check', '--env', 'dev', '--no-typecheck');
  };
  /** The entry of the page, with what else the app of the test reads. */
  const release = `${entry}      api: { repository: ghcr.io/example/api, tag: "2026.11.1" } # by hand\n    flags: { newCart: false }\n`;

  it('names keys that are there, and changes their two lines alone', () => {
    expect(update?.path).toBe(`./src/${file}`);
    const after = updated(release, valued('1.5', digestOf('b')));
    expect(after).toBe(release.replace('1.4.0', '"1.5"').replace(digestOf('a'), digestOf('b')));
    const { code, stdout } = check(after);
    expect([code, stdout.includes('error')]).toEqual([0, false]);
    // `bump` keeps the form that Kargo needs.
    expect(project.run('bump', 'shop', 'web=ghcr.io/example/web:1.6.0', '--env', 'dev', '--no-typecheck').code).toBe(0);
    expect(project.read(file)).toContain('        repository: ghcr.io/example/web\n        tag: "1.6.0"\n');
  });

  it('spoils an entry in braces, and the file is refused', () => {
    const [tag] = valued('1.5.0', digestOf('b'));
    const after = updated(SHOP_RELEASE, tag === undefined ? [] : [tag]);
    expect(after).toContain('      web: { repository: ghcr.io/example/web, tag: 1.5.0\n      api:\n');
    const { code, stdout, stderr } = check(after);
    expect([code, stdout, stderr.startsWith(`error SETTINGS: ${file}:`)]).toEqual([2, '', true]);
  });

  it('fails where the entry has no digest yet', () => {
    const bare = release.replace(/ {8}digest: .*\n/, '');
    expect(() => updated(bare, valued('1.5.0', digestOf('b')))).toThrow(
      'error finding key apps.shop.images.web.digest: key path not found',
    );
  });
});
