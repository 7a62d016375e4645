import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifests } from '../../../src/load/manifests';
import { messageOf } from '../../support/thrown';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
/** Each line names the one before it several times. */
const chain = (line: (name: string, before: string) => string) =>
  Array.from({ length: 24 }, (_, index) => line(`n${index + 1}`, `n${index}`)).join('\n');

describe('loadManifests', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-manifests-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const read = (bytes: string | Buffer) => {
    writeFileSync(join(root, 'a.yaml'), bytes);
    return loadManifests(root, { environment: 'dev', root }).objects;
  };
  const empty = (folder: string) => messageOf(() => loadManifests(folder, { environment: 'dev', root }));

  const NOTHING = 'holds no Kubernetes object in a .yaml, .yml or .json file, so nothing was judged.';
  const FIX = 'fix: name the folder that holds the files, or the file itself.';

  it('1.6 an empty folder, or one without YAML, is not valid', () => {
    writeFileSync(join(root, 'README.md'), '# nothing');
    expect(empty(root)).toBe(`${root} ${NOTHING}\n${FIX}`);
  });

  it('1.6 a folder of comments is not valid', () => {
    expect(messageOf(() => read('# a\n---\n# b\n'))).toBe(`${root} ${NOTHING}\n${FIX}`);
  });

  it('1.6 a folder whose only YAML is a symbolic link is not valid', () => {
    symlinkSync('/elsewhere.yaml', join(root, 'link.yaml'));
    expect(empty(root)).toBe(`${root} ${NOTHING} Symbolic links are not followed: link.yaml.\n${FIX}`);
  });

  it('1.6 a pipe in the place of a folder is refused, and nobody waits', () => {
    expect(spawnSync('mkfifo', [join(root, 'pipe')]).status).toBe(0);
    expect(empty(join(root, 'pipe'))).toBe('pipe:1:1: this is not a file.\nfix: put a file of this name in its place.');
  });

  it.each([
    [
      '{"a": "}\\""}\n{"b": 1}',
      'the file holds 2 JSON values: kubectl reads them all, and Argo CD refuses a file of more than one.\nfix: put each into a file of its own, or all into the `items` of one List.',
    ],
    [
      '{}{}{}',
      'the file holds 3 JSON values: kubectl reads them all, and Argo CD refuses a file of more than one.\nfix: put each into a file of its own, or all into the `items` of one List.',
    ],
    ['{"a": 1}\nb: 2', 'the file is not JSON.\nfix: correct it, or let it end in .yaml.'],
    ['{"a": {}', 'the file is not JSON.\nfix: correct it, or let it end in .yaml.'],
    ['{"a": }{}', 'the file is not JSON.\nfix: correct it, or let it end in .yaml.'],
  ])('1.6 JSON that not everybody reads is told as what it is: %s', (text, said) => {
    writeFileSync(join(root, 'a.json'), text);
    expect(empty(root)).toBe(`a.json:1:1: ${said}`);
  });

  const TOO_MANY =
    'a.yaml:1:1: the document cannot be read: its aliases stand for so many values that kubectl refuses them: a small file would exhaust a reader.\nfix: write the values out, or flatten them.';

  it('6.1 a chain of aliases is refused, and not expanded', () => {
    const bomb = `${HEAD}n0: &n0 [x]\n${chain((name, before) => `${name}: &${name} [*${before}, *${before}, *${before}]`)}\n`;
    expect(messageOf(() => read(bomb))).toBe(TOO_MANY);
  });

  it('6.1 a chain of merges is refused, and not expanded', () => {
    const bomb = `${HEAD}n0: &n0 { a: 1 }\n${chain((name, before) => `${name}: &${name} { <<: [*${before}, *${before}] }`)}\n`;
    expect(messageOf(() => read(bomb))).toBe(TOO_MANY);
  });

  it('6.1 a value that holds itself is refused', () => {
    expect(messageOf(() => read(`${HEAD}x: &x\n  y: *x\n`))).toBe(
      'a.yaml:1:1: the document cannot be read: the value of anchor "x" holds itself.\nfix: write the values out, or flatten them.',
    );
  });

  it('6.1 a document that is nested without end is refused', () => {
    expect(messageOf(() => read(`${HEAD}deep: ${'['.repeat(600)}${']'.repeat(600)}\n`))).toBe(
      'a.yaml:1:1: the document cannot be read: it is nested deeper than 500 levels.\nfix: write the values out, or flatten them.',
    );
  });

  it.each(['[', '- '])('6.1 a document that ends the stack is told once: %j', (level) => {
    expect(messageOf(() => read(`${HEAD}deep:\n  ${level.repeat(4_000)}`))).toMatch(
      /^a\.yaml:5:\d+: the document cannot be read: it is nested too deeply\.\nfix: write the values out, or flatten them\.$/,
    );
  });

  it('6.1 an alias that is used as people use it is read', () => {
    const [object] = read(`${HEAD}data: &data { a: "1" }\nmore: { <<: *data, b: "2" }\n`);
    expect(object?.value).toMatchObject({ data: { a: '1' }, more: { a: '1', b: '2' } });
  });

  const NO_ANCHOR =
    'an alias (`*`) stands for an anchor (`&`) that comes before it, and there is no such anchor; quote what is a text';
  const NOT_MERGED = '`<<` merges a map or a list of maps, and this is neither; quote the key where it is meant as one';
  it.each([
    ['data: { host: *.example.com }', 4, 15, NO_ANCHOR],
    ['data: { a: *word }', 4, 12, NO_ANCHOR],
    ['stringData: { a: *HUNTER-VALUE }', 4, 18, NO_ANCHOR],
    ['data: { *k : v }', 4, 9, NO_ANCHOR],
    ['stringData: { a: !!int HUNTER-VALUE }', 4, 18, 'this is not a valid int'],
    ['data: { a: *later, b: &later x }', 4, 12, NO_ANCHOR],
    ['data:\n  <<: text', 5, 3, NOT_MERGED],
    ['data:\n  <<:', 5, 3, NOT_MERGED],
    ['data:\n  <<: 5', 5, 3, NOT_MERGED],
    ['a: &a [{ x: 1 }]\ndata:\n  <<: *a', 6, 3, NOT_MERGED],
    ['a: &a x\ndata:\n  <<: [{ b: c }, *a]', 6, 3, NOT_MERGED],
  ])(
    '6.1 an alias, a merge or a tag of nothing is told at its line, without what it says: %j',
    (text, line, column, what) =>
      expect(messageOf(() => read(`${HEAD}${text}\n`))).toBe(
        `a.yaml:${line}:${column}: the file is not YAML that every reader takes the same way: ${what}\nfix: correct the line.`,
      ),
  );

  it('6.1 what merges maps, and a quoted key, is read', () => {
    const [object] = read(`${HEAD}a: &a { x: "1" }\ndata: { <<: [*a, { k: "2" }], z: "3" }\nb: { "<<": text }\n`);
    expect(object?.value).toMatchObject({ data: { x: '1', k: '2', z: '3' }, b: { '<<': 'text' } });
  });

  it('6.2 bytes that are not UTF-8 are refused', () => {
    const latin = Buffer.from(`${HEAD}data: { a: "\xe4" }\n`, 'latin1');
    expect(messageOf(() => read(latin))).toBe(
      'a.yaml:1:1: the file is not UTF-8 text, and kubectl refuses it.\nfix: save it as UTF-8.',
    );
  });

  it('6.3 what cannot be read is told with its place, and the rest is read', () => {
    const files: Readonly<Record<string, string | Buffer>> = {
      'good.yaml': HEAD,
      'half.yaml': `${HEAD}---\nkind: A\nkind: B\n---\n${HEAD}`,
      'latin.yaml': Buffer.from(`${HEAD}data: { a: "\xe4" }\n`, 'latin1'),
      'list.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ kind: 'Pod' }, null, 'web'] }),
      'odd.yaml': 'apiVersion: v1\nkind: List\nitems: { a: 1 }\n',
      'text.yml': '- a\n',
      'huge.yaml': '',
      'loud.YML': HEAD,
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
    truncateSync(join(root, 'huge.yaml'), 33 * 1024 * 1024);
    mkdirSync(join(root, 'inner'));
    for (const [name, to] of [
      ['link.yaml', 'good.yaml'],
      ['folder', 'inner'],
      ['README', 'good.yaml'],
    ] as const)
      symlinkSync(join(root, to), join(root, name));
    const { objects, unread } = loadManifests(root, { environment: 'dev', root });
    expect(objects.map(({ kind, source }) => `${source()?.file} ${kind}`)).toEqual([
      'good.yaml ConfigMap',
      'half.yaml ConfigMap',
      'half.yaml ConfigMap',
      'list.json Pod',
    ]);
    const told = unread.map(
      ({ place, message, passedOver }) => `${place.file}:${place.line} ${passedOver ?? ''}${message}`,
    );
    expect(told.sort()).toEqual([
      'folder:1 trueit is a symbolic link, which is not followed, so what it holds has not been judged.',
      'half.yaml:6 the file is not YAML that every reader takes the same way: Map keys must be unique',
      'huge.yaml:1 the file has 34603008 bytes; it may have 33554432.',
      'latin.yaml:1 the file is not UTF-8 text, and kubectl refuses it.',
      'link.yaml:1 trueit is a symbolic link, which is not followed, so what it holds has not been judged.',
      'list.json:1 the List holds what is not a map, so it is not a Kubernetes object.',
      'loud.YML:1 truethe name of the file ends in capitals, so kubectl and Argo CD pass it over in a folder, and what it holds has not been judged.',
      'odd.yaml:1 the List holds what is not a map, so it is not a Kubernetes object.',
      'text.yml:1 the document is not a map, so it is not a Kubernetes object.',
    ]);
  });

  it('6.4 forty thousand keys of a map are read in the time that they take one by one', () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `  k${index}: v`).join('\n');
    const [object] = read(`${HEAD}data:\n${keys}\n`);
    expect(Object.keys(object?.value['data'] ?? {})).toHaveLength(40_000);
  });

  it('6.4 more lines than anybody writes are refused, and not read one by one', () =>
    expect(messageOf(() => read(HEAD + '\n'.repeat(2_000_000)))).toBe(
      'a.yaml:1:1: the file has 2000004 lines; it may have 2000000.\nfix: split it.',
    ));

  it('6.3 quoted text, lists and maps in brackets go on over lines that are not indented further', () => {
    const [object] = read(`${HEAD}data:\n  a: "one\ntwo"\n  b: 'it\n  is'\n  c: [1,\n2\n]\n  d: 4\n`);
    expect(object?.value['data']).toEqual({ a: 'one two', b: 'it is', c: [1, 2], d: 4 });
  });
});
