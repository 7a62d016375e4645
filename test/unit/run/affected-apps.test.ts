import { affectedBy, isOutput } from '../../../src/run/survey/affected-apps';

const INPUTS = new Map([
  ['shop', ['apps/shop.ts', 'platform/services.ts']],
  ['blog', ['apps/blog/app.ts', 'platform/services.ts']],
]);
const exists = (path: string) => !path.includes('gone');

describe('what an edit touches', () => {
  it.each<
    [what: string, paths: readonly string[], only: readonly string[], affected: readonly string[] | 'everything']
  >([
    ['the app whose file it is', ['apps/shop.ts'], [], ['shop']],
    ['all apps that share the file', ['platform/services.ts'], [], ['blog', 'shop']],
    ['only apps that were asked for', ['platform/services.ts'], ['shop'], ['shop']],
    ['everything, by a file that nobody knows', ['apps/new.ts'], [], 'everything'],
    ['everything, by settings', ['apps/shop.ts', 'environments/prod/environment.yaml'], [], 'everything'],
    ['everything, by settings that are gone', ['environments/gone/environment.yaml'], [], 'everything'],
    ['nothing, by a file that came and went', ['apps/sed-gone', 'platform/4913-gone'], [], []],
    ['the app, when an editor’s own file came and went beside it', ['apps/sed-gone', 'apps/shop.ts'], [], ['shop']],
  ])('%s', (_what, paths, only, affected) => {
    expect(affectedBy(paths, INPUTS, only, exists)).toEqual(affected);
  });

  it('is everything when a file of an app is gone: the app may be', () => {
    expect(affectedBy(['apps/shop.ts'], INPUTS, [], () => false)).toBe('everything');
  });
});

describe('files of an editor', () => {
  const roots = { project: '/p', package: '/k', out: '/p/dist' };

  it.each([
    '.shop.ts.swp',
    'shop.ts~',
    '#shop.ts#',
    '.#shop.ts',
    '4913',
    '5036',
    'shop.ts___jb_tmp___',
    'shop.ts.tmp',
    'shop.ts.tmp.4711.1730',
    'shop.ts.sb-1f2e-Ab9',
    'shop.ts.bak',
    'sedX1y2Z3',
  ])('8.6 are not an edit: %s', (name) => expect(isOutput(`apps/${name}`, roots)).toBe(true));

  it.each(['shop.ts', 'swp.ts', '4913.sql', 'tmp/app.ts', 'sed.ts', 'environment.yaml'])(
    '8.6 are not all files: %s',
    (name) => expect(isOutput(`apps/${name}`, roots)).toBe(false),
  );
});
