import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Declarations } from '../../../scripts/api/declarations';
import { propertiesText, takenProperties } from '../../../scripts/api/properties';
import { at } from '../../../src/model/json';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-properties-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rows of what `charts/web` exports, where that file says `declared`. */
function rowsWithKinds(declared: string, name = 'takes'): unknown {
  const files = {
    'charts/index': `export { ${name} } from './web';\n`,
    'charts/web': `import type { Labels } from './labels';\nimport type { Construct } from 'constructs';\n${declared}\n`,
    'charts/labels': 'export type Labels = Readonly<Record<string, string>>;\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, `${file}.d.ts`), text);
  }
  return takenProperties(new Declarations(folder), 'charts/index');
}
/** The same without what each property may be. */
function rows(declared: string, name = 'takes'): unknown {
  return JSON.parse(
    JSON.stringify(rowsWithKinds(declared, name), (key, value) => (key === 'kinds' ? undefined : value)),
  );
}
const taking = (type: string, more = '') =>
  rows(`export declare function takes(scope: Construct, id: string, given: ${type}): void;\n${more}`);
const keys = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));

describe('1.3 the properties that are read from the types of the package', () => {
  it('are those of a constructor’s last parameter, and of what its type extends', () => {
    const said = rows(
      `export declare class Web {
    private readonly scope;
    constructor(scope: Construct, id: string, props?: WebProps);
    get(name: string, other: { readonly not: string }): void;
}
interface Named {
    readonly name: string;
}
interface WebProps extends Omit<Named & { readonly left: string; readonly out?: string }, 'out'>, Sized {
    readonly port?: number;
}
interface Sized {
    readonly size: string;
}`,
      'Web',
    );
    expect(said).toEqual({
      Web: 'WebProps',
      WebProps: { keys: keys('name', 'left', 'size', 'port'), required: ['name', 'left', 'size'] },
    });
  });

  it.each([
    ['a list', 'readonly { readonly a?: 1 }[]', { list: { keys: keys('a'), required: [] } }],
    [
      'a map with keys of the user',
      'Readonly<Record<string, { readonly a: 1 }>>',
      { map: { keys: keys('a'), required: ['a'] } },
    ],
    [
      'an index signature',
      '{ readonly [key: string]: { readonly a: 1 } }',
      { map: { keys: keys('a'), required: ['a'] } },
    ],
    ['a map with keys of ours', "Partial<Record<'a' | 'b', string>>", { keys: keys('a', 'b'), required: [] }],
    ['names behind a name', 'Record<Side, Labels>', { keys: keys('left', 'right'), required: ['left', 'right'] }],
    ['some of the keys', "Pick<Thing, 'a'>", { keys: keys('a'), required: ['a'] }],
    [
      'a text or a map',
      "'small' | Side | (string & {}) | { readonly a: 1 } | false",
      { keys: keys('a'), required: ['a'] },
    ],
    [
      'several maps',
      '{ readonly a: 1 } | { readonly b: () => { readonly c: 1 } } | Labels',
      { oneOf: [{ keys: keys('a'), required: ['a'] }, { keys: keys('b'), required: ['b'] }, null] },
    ],
    [
      'what all of several have',
      '{ readonly a?: 1 } & ({ readonly b: 1 } | { readonly c: 1 })',
      {
        oneOf: [
          { keys: keys('a', 'b'), required: ['b'] },
          { keys: keys('a', 'c'), required: ['c'] },
        ],
      },
    ],
    ['what has methods', '{ readonly a: 1; toText(): string }', { instance: true }],
    ['a class', 'Kind', { instance: true }],
    ['what every construct has, and more', 'Named', { instance: true }],
  ])('of %s', (_what, type, part) => {
    const more = `type Side = 'left' | 'right';\ninterface Thing {\n    readonly a: string;\n    readonly b: string;\n}\ndeclare class Kind {\n}\ninterface Named extends Construct {\n    readonly name: string;\n}`;
    expect(taking(type, more)).toEqual({ takes: part });
  });

  it.each([['string'], ["'a' | 'b'"], ['Labels'], ['() => void'], ['readonly string[]'], ['Construct']])(
    'are none of %s',
    (type) => {
      expect(taking(type)).toEqual({});
    },
  );

  it('are those of all alternatives that exclude each other, and required where all require them', () => {
    const said = taking(
      'Props',
      `type Props = Ports & Options;
type Ports = (One & Without<'ports', 'not both'>) | (Several & NotOne);
interface One { readonly kind: string; readonly port: number }
interface Several { readonly kind: string; readonly ports: readonly string[] }
interface NotOne { readonly port?: false | Mistake<'not both'> }
interface Options { readonly image: string }`,
    );
    expect(said).toEqual({
      takes: 'Props',
      Props: { keys: keys('kind', 'port', 'ports', 'image'), required: ['kind', 'image'] },
    });
  });

  it('stand in a row of the type’s name once, also where it names itself', () => {
    const tree = 'interface Tree {\n    readonly left?: Tree;\n    readonly right?: Tree;\n}';
    expect(taking('{ readonly a: Tree; readonly b: Tree }', tree)).toEqual({
      Tree: { keys: { left: 'Tree', right: 'Tree' }, required: [] },
      takes: { keys: { a: 'Tree', b: 'Tree' }, required: ['a', 'b'] },
    });
  });

  it.each([
    ['string', 's'],
    ["'a' | 1 | false | null", 'bnsz'],
    [`\`\${number}m\` | { readonly amount: string }`, 'os'],
    ['string & {}', 's'],
    ['readonly string[]', 'l:s'],
    ['Labels', 'o:s'],
    ['readonly (string | Labels)[]', 'l:os'],
    ["Readonly<Partial<Record<'x' | 'y', number>>>", 'o:n'],
    ['Labels | { readonly amount: string }', 'o'],
    ['Construct | Given', undefined],
    ["Given & Without<'cpu', 'not both'>", 'o'],
    ['string | Mistake<"not both">', 's'],
    ['(scope: Construct) => void', undefined],
  ])('have kinds: %s is %s', (type, kinds) => {
    const more = 'interface Given { readonly a: string }\n';
    const said = rowsWithKinds(
      `export declare function takes(scope: Construct, given: { readonly a: ${type} }): void;\n${more}`,
    );
    expect(at(said, 'takes', 'kinds', 'a')).toBe(kinds);
  });

  it.each([
    ["'a' | 'b'", { own: ['a', 'b'] }],
    ["boolean | 'none' | number", { own: ['none'] }],
    ["readonly ('a' | 'b')[]", { items: ['a', 'b'] }],
    ["'all' | readonly ('a' | 'b')[]", { own: ['all'], items: ['a', 'b'] }],
    ["Readonly<Record<string, 'a'>>", { items: ['a'] }],
    ['Mode', { own: ['on', 'off'] }],
    ["Mode | 'auto'", { own: ['on', 'off', 'auto'] }],
    ["'a' | string", undefined],
    ["'a' | (string & {})", undefined],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a type
    ["'none' | `${number}Mi`", undefined],
    ["string | readonly 'a'[]", undefined],
    ["'a' | Construct", undefined],
    ['string', undefined],
    ['number', undefined],
  ])('have closed lists of words: %s is %j', (type, words) => {
    const more = "type Mode = 'on' | 'off';\n";
    const said = rowsWithKinds(
      `export declare function takes(scope: Construct, given: { readonly a: ${type} }): void;\n${more}`,
    );
    expect(at(said, 'takes', 'words', 'a')).toEqual(words);
  });

  it.each([
    ["{ readonly a: 'x' } & { readonly b: number }", { a: { own: ['x'] } }],
    ["Omit<{ readonly a: 'x'; readonly b: 'y' }, 'b'>", { a: { own: ['x'] } }],
    ["Record<'a', 'x'>", { a: { own: ['x'] } }],
  ])('keep the words of what they are made of: %s', (type, words) => {
    const said = rowsWithKinds(`export declare function takes(scope: Construct, given: ${type}): void;\n`);
    expect(at(said, 'takes', 'words')).toEqual(words);
  });

  it('are written as a table', () => {
    expect(propertiesText({ Web: 'WebProps', WebProps: { keys: keys('a-b'), required: [] } })).toBe(
      `// Written by \`npm run api\` from the types of what the package exports; do not edit.

/**
 * By the name of a construct, a function or a type: the properties it takes, as the JSON of a part. A text names another
 * row. A run asks for few of them, and as objects all of them took 7 ms of every run.
 */
export const SHAPES = {
  Web: '"WebProps"',
  WebProps: '{"keys":{"a-b":null},"required":[]}',
} satisfies Readonly<Record<string, string>>;
`,
    );
  });
});
