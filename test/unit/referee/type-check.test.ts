import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { NUMBER, OPTIONS, OTHER_SIZE, PORT, TypedProject, WRONG } from './typed-project';

const SPARE = "shared/port.ts:2 TS6133: 'spare' is declared but its value is never read.";

describe('the type check remembers what was clean', () => {
  let project: TypedProject;
  beforeAll(async () => {
    project = await TypedProject.clean();
  });

  test('nothing changed: the compiler does not run', async () => {
    expect(await project.check()).toEqual({ errors: [], ran: 0 });
  });

  test.each([
    ['a file written again with the same content', 'shared/port.ts', PORT],
    ['a file that no compiler reads', 'apps/empty/more.txt', 'text'],
    ['a folder without code', 'dist/dev/shop/deployment_web.yaml', 'kind: Deployment\n'],
  ])('%s changes nothing', async (_name, path, text) => {
    project.write(path, text);
    // A new folder is looked at once.
    await project.check();
    expect(await project.check()).toEqual({ errors: [], ran: 0 });
  });

  test.each([
    ['an app', 'apps/shop.ts', WRONG, `apps/shop.ts:1 ${NUMBER}`],
    ['a shared file', 'shared/port.ts', WRONG, `shared/port.ts:1 ${NUMBER}`],
    ['types of a package', 'node_modules/lib/a.d.ts', OTHER_SIZE, `apps/shop.ts:3 ${NUMBER}`],
    [
      'where a package says its types are',
      'node_modules/lib/package.json',
      '{"name":"lib","types":"b.d.ts"}',
      `apps/shop.ts:3 ${NUMBER}`,
    ],
    ['a nearer copy of a package', 'apps/node_modules/lib/index.d.ts', OTHER_SIZE, `apps/shop.ts:3 ${NUMBER}`],
    ['what tsconfig.json extends', 'base.json', `{"compilerOptions":{${OPTIONS},"noUnusedLocals":true}}`, SPARE],
    [
      'tsconfig.json',
      'tsconfig.json',
      '{"extends":"./base.json","compilerOptions":{"noUnusedLocals":true},"include":["apps"]}',
      SPARE,
    ],
    ['a folder that had no code', 'apps/empty/new.ts', WRONG, `apps/empty/new.ts:1 ${NUMBER}`],
    ['a folder that was not there', 'apps/new/app.ts', WRONG, `apps/new/app.ts:1 ${NUMBER}`],
  ])('an edit of %s is seen, and that it was undone', async (_name, path, text, error) => {
    const undo = project.edit(path, text);
    expect(await project.check()).toEqual({ errors: [error], ran: 1 });
    undo();
    expect(await project.check()).toEqual({ errors: [], ran: 0 });
  });

  test('errors are found again and again', async () => {
    const undo = project.edit('apps/shop.ts', WRONG);
    for (const _time of [1, 2]) expect(await project.check()).toEqual({ errors: [`apps/shop.ts:1 ${NUMBER}`], ran: 1 });
    undo();
  });

  test('another compiler runs once', async () => {
    project.edit('node_modules/typescript/package.json', '{"version":"7.0.1"}');
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    expect(await project.check()).toEqual({ errors: [], ran: 0 });
  });

  test('an edit that keeps size and time of a file is seen', async () => {
    const file = join(project.root, 'shared/port.ts');
    const { atime, mtime } = statSync(file);
    const undo = project.edit('shared/port.ts', PORT.replace('spare = 2', 'spare = y'));
    utimesSync(file, atime, mtime);
    expect(await project.check()).toEqual({ errors: ["shared/port.ts:2 TS2304: Cannot find name 'y'."], ran: 1 });
    undo();
  });

  test('a file that is edited while the compiler runs is compiled again', async () => {
    const edit = `require('node:fs').writeFileSync('shared/port.ts', ${JSON.stringify(WRONG)});`;
    const undo = project.edit('during.cjs', edit);
    project.write('apps/shop.ts', "import { port } from '../shared/port.js';\nexport const one: number = port;\n");
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    undo();
    expect(await project.check()).toEqual({ errors: [`shared/port.ts:1 ${NUMBER}`], ran: 1 });
  });
});
