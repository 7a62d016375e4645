import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INGRESS_CLASS, SHOP, TestProject, withoutTime } from '../support/project';

/** An app of one ConfigMap, with a line before it and a few fields in it. The object stands in line 9. */
const app = (fields: string, before = '') => `import { ApiObject } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
${before}
export default defineApp({
  name: 'odd',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ApiObject(scope, 'a', { apiVersion: 'v1', kind: 'ConfigMap', ${fields} });
  },
});
`;

const AT = 'error NONDETERMINISM: apps/odd.ts:9:5 › dev › odd › ConfigMap game-2048';
const ALL = '(and in local, prod, staging): two renderings of the same source differ:';
const APPLIED = 'Every run rewrites the file, and Argo CD applies a change that nobody made.';
const OTHER = 'Every run writes another file, and Argo CD deletes one object and creates another.';
const SETTINGS = 'fix: take the value from environment.yaml or release.yaml, or write it as a constant.';
const STATE =
  'fix: keep no state outside charts(), which is called once per environment, in any order; write dates and numbers without time zone and locale.';

const LOCAL = 'fix: write dates and numbers without time zone and locale.';
const ASKED =
  ' The app asks for Number.prototype.toLocaleString() at apps/odd.ts:9:112, Date.prototype.toString() at apps/odd.ts:9:146.';

/** What is not the same everywhere, and how it is called where the app is told. */
const ASKS: readonly (readonly [code: string, what: string, fix: string])[] = [
  ['crypto.randomUUID()', 'crypto.randomUUID()', SETTINGS],
  ['crypto.getRandomValues(new Uint8Array(8))', 'crypto.getRandomValues()', SETTINGS],
  ['process.hrtime()', 'process.hrtime()', SETTINGS],
  ['process.hrtime.bigint()', 'process.hrtime.bigint()', SETTINGS],
  ['process.memoryUsage().rss', 'process.memoryUsage()', SETTINGS],
  ['process.pid', 'process.pid', SETTINGS],
  ['process.argv', 'process.argv', SETTINGS],
  ['Object.keys(process.env)', 'process.env', SETTINGS],
  ['new Date(2020, 1, 1).getTime()', 'new Date(year, month, …)', LOCAL],
  ['new Date(0).toLocaleString()', 'Date.prototype.toLocaleString()', LOCAL],
  ['new Date(0).toLocaleDateString()', 'Date.prototype.toLocaleDateString()', LOCAL],
  ["['z', 'å', 'a'].sort((a, b) => a.localeCompare(b))", 'String.prototype.localeCompare()', LOCAL],
  ['Intl.DateTimeFormat().resolvedOptions().timeZone', 'Intl.DateTimeFormat()', LOCAL],
];

/** Each mistake, and all that is said about it; values that nobody can foretell are `~`. */
const ODD: readonly (readonly [name: string, app: string, stderr: string])[] = [
  [
    'the clock, in an annotation',
    app("metadata: { name: 'a', annotations: { built: String(Date.now()) } }"),
    `${AT}/a › metadata.annotations.built ${ALL} ~ and ~. ${APPLIED} The app asks for Date.now() at apps/odd.ts:9:127.\n${SETTINGS}\n`,
  ],
  [
    'chance, in a name',
    app("metadata: { name: 'a' + Math.random() }"),
    `${AT}/~ › metadata.name ${ALL} ~ and ~. ${OTHER} The app asks for Math.random() at apps/odd.ts:9:99.\n${SETTINGS}\n`,
  ],
  [
    'a counter in module scope',
    app("metadata: { name: 'a' }, data: { n: String(n++) }", 'let n = 0;'),
    `${AT}/a › data.n ${ALL} ~ and ~. ${APPLIED}\n${STATE}\n`,
  ],
  [
    'a variable of the environment that nobody set',
    app("metadata: { name: 'a' }, data: { user: process.env['SHOP_OWNER'] ?? 'nobody' }"),
    `${AT}/a › data.user ${ALL} "nobody" and "other-SHOP_OWNER". ${APPLIED} The app asks for process.env.SHOP_OWNER at apps/odd.ts:9:117.\n${SETTINGS}\n`,
  ],
  [
    'the order of a folder',
    app(
      "metadata: { name: 'a' }, data: { files: readdirSync(join(__dirname, '..', 'environments')).filter((name) => name.endsWith('.yaml')).join() }",
      "import { readdirSync } from 'node:fs'; import { join } from 'node:path';",
    ),
    `${AT}/a › data.files ${ALL} "defaults.yaml,eks.yaml" and "eks.yaml,defaults.yaml". ${APPLIED} The app asks for __dirname at apps/odd.ts:9:127, fs.readdirSync() at apps/odd.ts:9:110.\n${SETTINGS}\n`,
  ],
  ...(['__dirname', '__filename', 'process.execPath'] as const).map(
    (what) =>
      [
        `a path of the machine, ${what}`,
        app(`metadata: { name: 'a' }, data: { path: ${what} }`),
        `${AT}/a › data.path ${ALL} ~ and ~. ${APPLIED} The app asks for ${what} at apps/odd.ts:9:${what.startsWith('_') ? 109 : 117}.\n${SETTINGS}\n`,
      ] as const,
  ),
  [
    'the locale and the time zone',
    app("metadata: { name: 'a' }, data: { n: (0.5).toLocaleString(), at: new Date(0).toString().slice(0, 15) }"),
    `${AT}/a › data.at ${ALL} "Thu Jan 01 1970" and "Wed Dec 31 1969". ${APPLIED}${ASKED}\n${LOCAL}\n\n${AT}/a › data.n ${ALL} "0.5" and "0,5". ${APPLIED}${ASKED}\n${LOCAL}\n`,
  ],
  [
    'a file that is found from one folder only',
    app(
      "metadata: { name: 'a' }, data: { files: readdirSync('imports/schemas').join() }",
      "import { readdirSync } from 'node:fs';",
    ),
    `error NONDETERMINISM: apps/odd.ts:9:110 › dev › odd (and in local, prod, staging): this renders here, and fails in another process with another clock, folder and variables: ENOENT: no such file or directory, scandir 'imports/schemas'. The app asks for fs.readdirSync() at apps/odd.ts:9:110.\n${SETTINGS}\n`,
  ],
  [
    'a day of the week, in what the module declares',
    app("metadata: { name: 'a' }", '').replace("owner: 'games'", "owner: new Date().getFullYear() > 0 ? pick() : ''") +
      "function pick() { return process.env['TZ'] === 'UTC' ? 'games' : 'retail'; }\n",
    `error NONDETERMINISM: apps/odd.ts:1:1 › odd › owner: two renderings of the same source differ: "games" and "retail". ${OTHER} The app asks for new Date() at apps/odd.ts:6:10, Date.prototype.getFullYear() at apps/odd.ts:6:21, process.env.TZ at apps/odd.ts:12:34.\n${SETTINGS}\n`,
  ],
];

const unforeseen = (text: string) =>
  text
    .replace(/"(\d{13}|[0-9]|a0\.\d+|\/[^"]+)"/g, '~')
    .replace(/ConfigMap game-2048\/a0\.\d+/, 'ConfigMap game-2048/~');

// What the binary is run with here; the second rendering has others.
const before = { ...process.env };
beforeAll(() => Object.assign(process.env, { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' }));
afterAll(() => {
  process.env = before;
});

describe('--verify-determinism', () => {
  let project: TestProject;
  let said: readonly string[];
  let code: number;

  /** Apps of names as long as `odd`, so that what is said keeps its columns. */
  const nameOf = (index: number) => `o${String(index).padStart(2, '0')}`;
  const named = (text: string, index: number) => text.replace(/\bodd\b/g, nameOf(index));
  /** All in one run, which has one paragraph for each thing that differs. */
  beforeAll(() => {
    project = new TestProject();
    for (const [index, [, text]] of ODD.entries()) project.write(`apps/${nameOf(index)}.ts`, named(text, index));
    const ran = project.run('check', '--verify-determinism');
    expect(ran.stdout).toBe('');
    code = ran.code;
    said = unforeseen(ran.stderr).trimEnd().split('\n\n');
  });
  afterAll(() => project.remove());

  it.each(ODD.map((one, index) => [...one, index] as const))('names %s', (_name, _text, stderr, index) => {
    const ours = said.filter((text) => text.includes(`apps/${nameOf(index)}.ts`));
    expect([code, `${ours.join('\n\n')}\n`]).toEqual([1, named(stderr, index)]);
  });

  it('says nothing else than how many there are', () => {
    const about = ODD.map((_one, index) => `: apps/${nameOf(index)}.ts:`);
    const rest = said.filter((text) => !about.some((start) => text.includes(start)));
    expect(rest).toEqual([`${said.length - 1} problems: ${said.length - 1} NONDETERMINISM`]);
  });
});

describe('--verify-determinism, for what an app asks', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject();
  });
  afterAll(() => project.remove());

  /** Four are told at once. */
  const fours = [SETTINGS, LOCAL].flatMap((fix) => {
    const asks = ASKS.filter((ask) => ask[2] === fix);
    return [asks.slice(0, 4), asks.slice(4)].map((some) => [some.map((ask) => ask[1]).join(', '), some, fix] as const);
  });

  it.each(fours)('names the lines of %s', (_what, asks, fix) => {
    const fields = asks.map(([code], index) => `\n      a${index}: String(${code}),`).join('');
    project.write('apps/odd.ts', app(`metadata: { name: 'a' }, data: {${fields}\n    }`));
    const ran = project.run('check', '--env', 'dev', '--verify-determinism');
    const [first = ''] = ran.stderr.split('\n\n');
    const asked = asks.map(([, what], index) => `${what} at apps/odd.ts:${10 + index}:~`).join(', ');
    const told = /The app asks for .*$/s.exec(first.trimEnd())?.[0].replace(/(:\d+):\d+/g, '$1:~');
    expect(told).toBe(`The app asks for ${asked}.\n${fix}`);
  });
});

describe('--verify-determinism, where nothing differs', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterAll(() => project.remove());

  it('says so, and changes neither the findings nor the files', () => {
    const plain = project.run('synth');
    const files = project.files();
    const twice = project.run('synth', '--verify-determinism');
    expect(project.files()).toEqual(files);
    expect([twice.code, twice.stderr]).toEqual([
      0,
      'rendered twice, the second time as another machine on another day would: the same objects\n',
    ]);
    const again = project.run('synth');
    expect([plain.code, withoutTime(twice.stdout)]).toEqual([0, withoutTime(again.stdout)]);
  });

  it('lets an app read the files beside it, and start Node, by the other paths', () => {
    const temporary = mkdtempSync(join(project.root, 'tmp-'));
    const fields = `metadata: { name: 'a' }, data: {
      lines: readFileSync(__dirname + '/odd.ts', 'utf8').split('\\n').length + '',
      two: execFileSync(process.execPath, ['-p', '1 + 1'], { encoding: 'utf8' }),
    }`;
    const imports = "import { readFileSync } from 'node:fs'; import { execFileSync } from 'node:child_process';";
    project.write('apps/odd.ts', app(fields, imports));
    const ran = project.runWith({ TMPDIR: temporary }, 'check', '--verify-determinism');
    project.delete('apps/odd.ts');
    expect(ran.stderr).toMatch(/the same objects\n$/);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('leaves other errors as they are', () => {
    project.write('apps/broken.ts', app('metadata: { name: nothing }').replaceAll("'odd'", "'broken'"));
    const [plain, twice] = [project.run('synth'), project.run('synth', '--verify-determinism')];
    expect([twice.code, twice.stderr]).toEqual([2, plain.stderr]);
    expect(plain.stderr).toMatch(/^error APP_RENDER: apps\/broken.ts:9:\d+ › dev › broken: nothing is not defined\n/);
  });
});
