import { editYaml } from '../../../src/write/release-text';

const TAG = ['apps', 'shop', 'images', 'web', 'tag'];
const set = (text: string, path: readonly string[], value: Parameters<typeof editYaml>[1][number]['value']) =>
  editYaml(text, [{ path, value }]);

describe('an edit of release.yaml', () => {
  it('keeps comments, order, blanks, and the quotes of what it replaces', () => {
    const text = `# what runs
apps:
  shop: # the shop
    images:
      web:   { tag: '1.0',  repository: ghcr.io/e/web } # moved by bots
      db:
        tag: "2"   # a number
        repository: ghcr.io/e/db
`;
    const edited = editYaml(text, [
      { path: TAG, value: '1.1' },
      { path: ['apps', 'shop', 'images', 'db', 'tag'], value: '3' },
      { path: ['apps', 'shop', 'images', 'db', 'repository'], value: 'ghcr.io/e/db:5' },
    ]);
    expect(edited).toBe(
      text.replace("'1.0'", "'1.1'").replace('"2"', '"3"').replace('ghcr.io/e/db\n', 'ghcr.io/e/db:5\n'),
    );
  });

  it.each([
    ['a number becomes text', 'tag: 1.0', '1.1', 'tag: "1.1"'],
    ['plain text stays plain', 'tag: v1', 'v2', 'tag: v2'],
    ['plain text is quoted where readers differ', 'tag: v1', 'on', 'tag: "on"'],
    ['no value', 'tag:', '1', 'tag: "1"'],
    ['no value, and a comment', 'tag: # none', '1', 'tag: "1" # none'],
    ['null', 'tag: null', '1', 'tag: "1"'],
    ['a block', 'tag: |-\n          1.0', '1.1', 'tag: "1.1"'],
  ])('%s', (_name, before, value, after) => {
    const whole = (line: string) => `apps:\n  shop:\n    images:\n      web:\n        ${line}\n`;
    expect(set(whole(before), TAG, value)).toBe(whole(after));
  });

  const DIGEST = [...TAG.slice(0, -1), 'digest'];
  const SHA = `sha256:${'0'.repeat(64)}`;
  it.each([
    ['{ tag: "1" }', `{ tag: "1", digest: ${SHA} }`],
    ['{tag: "1",}', `{tag: "1", digest: ${SHA},}`],
    ['{ tag: "1" # it\n        }', `{ tag: "1", digest: ${SHA} # it\n        }`],
    ['{\n        tag: "1"\n      }', `{\n        tag: "1",\n        digest: ${SHA}\n      }`],
    ['\n        tag: "1" # it', `\n        tag: "1" # it\n        digest: ${SHA}`],
  ])('adds a digest to %j, and takes it out again', (before, after) => {
    const whole = (image: string) => `apps:\n  shop:\n    images:\n      web: ${image}\n      db: { tag: "2" }\n`;
    expect(set(whole(before), DIGEST, SHA)).toBe(whole(after));
    expect(set(whole(after), DIGEST, undefined)).toBe(whole(before));
  });

  const IMAGE = { repository: 'ghcr.io/e/new', tag: '1' };
  it.each([
    ['', 'apps:\n  shop:\n    images:\n      new: { repository: ghcr.io/e/new, tag: "1" }\n'],
    ['# nothing', '# nothing\napps:\n  shop:\n    images:\n      new: { repository: ghcr.io/e/new, tag: "1" }\n'],
    ['apps: {}\n', 'apps: { shop: { images: { new: { repository: ghcr.io/e/new, tag: "1" } } } }\n'],
    ['apps:\n', 'apps: { shop: { images: { new: { repository: ghcr.io/e/new, tag: "1" } } } }\n'],
    [
      'apps:\n    shop:\n        images:\n            web:\n                tag: a',
      'apps:\n    shop:\n        images:\n            web:\n                tag: a\n            new:\n                repository: ghcr.io/e/new\n                tag: "1"',
    ],
    [
      'apps:\r\n  shop:\r\n    flags: { a: "b" }\r\n',
      'apps:\r\n  shop:\r\n    flags: { a: "b" }\r\n    images:\r\n      new: { repository: ghcr.io/e/new, tag: "1" }\r\n',
    ],
    [
      'apps:\n  cart:\n    images:\n      web: { tag: a }\n  # the end\n',
      'apps:\n  cart:\n    images:\n      web: { tag: a }\n  shop:\n    images:\n      new: { repository: ghcr.io/e/new, tag: "1" }\n  # the end\n',
    ],
  ])('adds an image to %j', (before, after) => {
    expect(set(before, ['apps', 'shop', 'images', 'new'], IMAGE)).toBe(after);
  });

  it('says where a form of YAML cannot be edited', () => {
    expect(() => set('a: &x { b: "1" }\nc: *x\n', ['a', 'b'], '2')).toThrow(
      'the file is written in a form that cannot be edited in place.\nfix: write the values by hand, in maps as those of the other entries.',
    );
  });
});
