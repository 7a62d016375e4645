import { NUMBER, OPTIONS, PORT, TypedProject, WRONG } from './typed-project';

/** With tests in the tsconfig.json at the root, which is the only one. */
function projectWithTests(): TypedProject {
  const project = new TypedProject();
  project.write('tsconfig.json', '{"extends":"./base.json","include":["apps","test","types"]}');
  project.write('test/shop.test.ts', "import { port } from '../shared/port.js';\nimport './helper.js';\nvoid port;\n");
  project.write('test/helper.ts', 'export const help = 1;\n');
  project.write('types/all.d.ts', 'declare const everywhere: number;\n');
  return project;
}

const errorsOf = async (project: TypedProject) => (await project.check()).errors;

describe('errors of types', () => {
  it('9.6 in a test, or in what only tests use, stop no run', async () => {
    const project = projectWithTests();
    project.write('test/shop.test.ts', `import './helper.js';\n${WRONG}`);
    project.write('test/helper.ts', WRONG);
    expect(await errorsOf(project)).toEqual([]);
  });

  it('9.6 in a test that lies beside its app stop no run, unless the app uses it', async () => {
    const project = projectWithTests();
    for (const path of ['apps/shop.test.ts', 'apps/parts/web.spec.ts', 'apps/__tests__/all.ts'])
      project.write(path, `export const wrong = 1;\n${WRONG}`);
    expect(await errorsOf(project)).toEqual([]);
    project.write('apps/shop.ts', "import { wrong } from './__tests__/all.js';\nexport default wrong;\n");
    expect(await errorsOf(project)).toEqual([`apps/__tests__/all.ts:2 ${NUMBER}`]);
  });

  it('9.6 in an app, and in what an app uses too, stop it, and are told without those of tests', async () => {
    const project = projectWithTests();
    project.write('test/helper.ts', WRONG);
    project.write('shared/port.ts', WRONG);
    expect(await errorsOf(project)).toEqual([`shared/port.ts:1 ${NUMBER}`]);
    project.write('shared/port.ts', PORT);
    project.write('apps/other.ts', WRONG);
    expect(await errorsOf(project)).toEqual([`apps/other.ts:1 ${NUMBER}`]);
  });

  it('9.6 in what an app uses only for its types, or by the way, stop it', async () => {
    const project = projectWithTests();
    project.write('shared/shape.ts', `export type Shape = string;\n${WRONG}`);
    project.write('shared/between.ts', "export type { Shape } from './shape.js';\n");
    project.write(
      'apps/shop.ts',
      "import type { Shape } from '../shared/between.js';\nexport const shape: Shape = '';\n",
    );
    expect(await errorsOf(project)).toEqual([`shared/shape.ts:2 ${NUMBER}`]);
  });

  it('9.6 in declarations for all, and of the configuration itself, stop it', async () => {
    const project = projectWithTests();
    project.write('types/all.d.ts', 'declare const everywhere: Missing;\n');
    const text = `{"compilerOptions":{${OPTIONS},"skipLibCheck":false},"include":["apps","test","types"]}`;
    project.write('tsconfig.json', text);
    expect(await errorsOf(project)).toEqual(["types/all.d.ts:1 TS2304: Cannot find name 'Missing'."]);
    project.write('types/all.d.ts', '');
    project.write('tsconfig.json', text.replace('nodenext', 'nonsense'));
    expect((await errorsOf(project)).join()).toContain("Argument for '--module' option must be");
  });
});
