import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { typeCheck } from '../../../src/referee/type-check';
import { NUMBER, PORT, TypedProject, WRONG } from './typed-project';

describe('what is remembered costs only time when it is damaged', () => {
  const remembered = (project: TypedProject) =>
    readdirSync(join(project.cache, 'types')).map((name) => join(project.cache, 'types', name));

  const damages: readonly (readonly [string, (project: TypedProject) => void])[] = [
    [
      'cut short',
      (p) =>
        remembered(p).forEach((file) => {
          writeFileSync(file, readFileSync(file).subarray(0, 200));
        }),
    ],
    [
      'garbage',
      (p) =>
        remembered(p).forEach((file) => {
          writeFileSync(file, 'garbage\n[]');
        }),
    ],
    [
      'empty',
      (p) =>
        remembered(p).forEach((file) => {
          writeFileSync(file, '');
        }),
    ],
    [
      'one list shorter',
      (p) =>
        remembered(p).forEach((file) => {
          writeFileSync(file, readFileSync(file, 'utf8').replace(/,\[[^[]*\]\]$/, ']'));
        }),
    ],
    [
      'folders instead of files',
      (p) =>
        remembered(p).forEach((file) => {
          rmSync(file, { recursive: true });
          mkdirSync(file);
        }),
    ],
  ];

  test.each(damages)('%s: the compiler runs, and an error is found', async (_name, damage) => {
    const project = await TypedProject.clean();
    damage(project);
    project.write('shared/port.ts', WRONG);
    expect(await project.check()).toEqual({ errors: [`shared/port.ts:1 ${NUMBER}`], ran: 1 });
    project.write('shared/port.ts', PORT);
    damage(project);
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
  });

  test('a cache that cannot be written is silent', async () => {
    const project = new TypedProject();
    writeFileSync(project.cache, 'a file');
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    project.write('shared/port.ts', WRONG);
    expect(await project.check()).toEqual({ errors: [`shared/port.ts:1 ${NUMBER}`], ran: 1 });
  });

  test('without a cache the compiler always runs, and nothing is written', async () => {
    const project = new TypedProject();
    await typeCheck(project.root);
    await typeCheck(project.root);
    expect(project.runs()).toBe(2);
    expect(statSync(project.cache, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('two runs at once share it', async () => {
    const project = new TypedProject();
    await sleep(60);
    await Promise.all([typeCheck(project.root, project.cache), typeCheck(project.root, project.cache)]);
    expect(await project.check()).toEqual({ errors: [], ran: 0 });
    expect(remembered(project)).toHaveLength(2);
  });

  test('a project that refers to others is not remembered, since their files are not known', async () => {
    const project = new TypedProject();
    project.write('other/tsconfig.json', '{"compilerOptions":{"composite":true},"include":["."]}');
    project.write('tsconfig.json', '{"extends":"./base.json","include":["apps"],"references":[]}');
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
    expect(await project.check()).toEqual({ errors: [], ran: 1 });
  });
});
