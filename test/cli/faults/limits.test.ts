import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileSpec, headerLine } from '../../../src/model/file-spec';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../../support/project';
import { type End, OLD, treeFrom, treeOf, Workshop } from './writing';

interface Locked {
  readonly integrity?: string;
  readonly inBundle?: true;
  readonly hasInstallScript?: true;
  readonly optional?: true;
}

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());

describe('what a machine gives', () => {
  it('may be 32 open files, for 3,000 files', () => {
    const files: readonly FileSpec[] = Array.from({ length: 3000 }, (_, i) => ({
      path: `prod/shop/ns-${i % 7}/configmap_${i}.yaml`,
      content: `${headerLine('apps/shop.ts')}a: ${i}\n`,
    }));
    const root = workshop.project([]);
    const args = workshop.command([{ root, at: 0, kind: 'none' }], files);
    const ran = spawnSync('sh', ['-c', 'ulimit -n 32 && exec "$0" "$@"', process.execPath, ...args], {
      encoding: 'utf8',
    });
    expect([ran.stderr, (JSON.parse(ran.stdout) as End[])[0]?.message]).toEqual(['', null]);
    expect(Object.keys(treeOf(join(root, 'dist')))).toHaveLength(3002);
  });

  it('may be a limit on the size of a file: the old tree stays, and the bytes wanted are told', () => {
    const root = workshop.project();
    const large = { path: 'prod/shop/shop/configmap_large.yaml', content: `${headerLine('a.ts')}${'a'.repeat(9000)}` };
    const args = workshop.command([{ root, at: 0, kind: 'none' }], [large]);
    const script = 'ulimit -f 8 && trap "" XFSZ && exec "$0" "$@"';
    const ran = spawnSync('sh', ['-c', script, process.execPath, ...args], { encoding: 'utf8' });
    expect((JSON.parse(ran.stdout) as End[])[0]?.message).toMatch(
      /configmap_large\.yaml\.\d+\.cdk8s-eks-tmp could not be written: there is no room for the 9\d{3} bytes to be written \(EFBIG\); nothing was changed\.\nfix: raise the limit on the size of files\.$/,
    );
    expect(treeOf(join(root, 'dist'))).toEqual(treeFrom(OLD));
  });
});

describe('an app of more than Argo CD reads', () => {
  it('is refused before anything is written', () => {
    const app = `import { ConfigFiles, defineApp } from 'cdk8s-eks';
export default defineApp({
  name: 'large',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    for (let i = 0; i < 11; i++)
      new ConfigFiles(scope, \`c\${i}\`, { name: \`c\${i}\`, data: { a: 'x'.repeat(950_000) } });
  },
});
`;
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS, 'large.ts': app });
    try {
      const ran = project.run('synth', '--env', 'dev', '--no-typecheck');
      expect(ran.code).toBe(2);
      expect(ran.stderr).toMatch(
        /^error OUTPUT: dev\/large would hold 104\d{5} bytes of YAML\. Argo CD reads at most 10000000 for one Application, and would sync none of it\.\nfix: split the app into two, or move large files out of ConfigMaps\.\n$/,
      );
      mkdirSync(join(project.root, 'dist'));
      expect(project.files()).toEqual({});
    } finally {
      project.remove();
    }
  });
});

describe('the packages this one runs with', () => {
  it('are few, exact, locked with a hash each, and run no script when they are installed', () => {
    const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    const { dependencies, allowScripts } = read('package.json') as Record<string, Record<string, unknown>>;
    expect(Object.keys(dependencies ?? {}).length).toBeLessThan(8);
    for (const version of Object.values(dependencies ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    expect(locked.filter(([, one]) => one.integrity === undefined && one.inBundle !== true)).toEqual([]);
    const scripted = locked.filter(([, one]) => one.hasInstallScript === true && one.optional !== true);
    for (const [path] of scripted) expect(allowScripts?.[path.replace(/.*node_modules\//, '')]).toBe(false);
  });
});
