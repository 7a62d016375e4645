import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

/** The tools with a cache of their own, and a PATH that holds what is named. */
describe('contract:tools', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-tools-'));
    mkdirSync(join(folder, 'bin'));
  });
  afterEach(() => {
    jest.resetModules();
    delete process.env['XDG_CACHE_HOME'];
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (path: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'test/contract/cluster/tools/main.ts', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: folder, PATH: path },
    });

  it('names everything that is missing, and says plainly that there is no Go', () => {
    symlinkSync(process.execPath, join(folder, 'bin', 'node'));
    const ran = run(join(folder, 'bin'), '--list', '--env', 'prod');
    expect(ran.status).toBe(4);
    for (const name of ['etcd', 'redis', 'kube-apiserver-1.33.13', 'kwok-0.7.0', 'argocd-3.2.1', 'kubectl-1.35.4']) {
      expect(ran.stderr).toContain(`  - ${name}: there is no Go on PATH: install Go 1.25 or newer`);
    }
    expect(ran.stderr).not.toContain('1.34.4');
    expect(ran.stderr).toContain('  - argoproj.io_application.yaml\n');
    expect(ran.stderr).toContain('  - moto\n');
  });

  it('refuses an environment that does not exist', () => {
    const ran = run(process.env['PATH'] ?? '', '--list', '--env', 'prdo');
    expect([ran.status, ran.stderr]).toEqual([2, 'contract:tools: no environment is called prdo\n']);
  });

  it('takes a definition only with its pinned SHA-256', async () => {
    process.env['XDG_CACHE_HOME'] = folder;
    const { cachedDefinition, obtainDefinition } = await import('./tools/definitions.js');
    mkdirSync(join(folder, 'crds'));
    writeFileSync(join(folder, 'crds', 'a.yaml'), 'kind: A\n');
    const pinned = 'd3f7c1e1a0a4f7d7b1ed0e5f0ad9c1f2f6cf0c0c2f3e2d4a5b6c7d8e9f0a1b2c';
    const source = { file: 'a.yaml', url: 'http://127.0.0.1:1/a.yaml', sha256: pinned };
    await expect(obtainDefinition(source, folder)).rejects.toThrow(/^a\.yaml: SHA-256 is [0-9a-f]{64}, pinned is d3f7/);
    expect(cachedDefinition(source)).toBeUndefined();
    await expect(obtainDefinition(source, undefined)).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:1\/a\.yaml did not answer: /,
    );
  });

  it('builds a program once, and builds it again when its file was changed', async () => {
    process.env['XDG_CACHE_HOME'] = folder;
    const { buildTool, findTool } = await import('./tools/obtain.js');
    const { planFor } = await import('./tools/pins.js');
    const redis = planFor(['1.33']).tools.find(({ name }) => name === 'redis');
    if (redis === undefined) throw new Error('redis is not planned');
    expect(findTool(redis)).toEqual({ missing: expect.stringContaining('redis is not in ') });
    const built = buildTool(redis);
    expect(built).toEqual({ path: expect.stringMatching(/contract\/bin\/redis$/), from: 'built' });
    expect(findTool(redis)).toEqual({ path: built.path, from: 'cache' });
    appendFileSync(built.path ?? '', 'changed');
    expect(findTool(redis)).toEqual({ missing: 'redis in the cache is not what was built' });
  });

  it('leaves out a version that nothing pins, and says so', async () => {
    const { planFor } = await import('./tools/pins.js');
    const { tools, unavailable } = planFor(['1.29', '1.34']);
    expect(unavailable).toEqual(['1.29']);
    expect(tools.map(({ name }) => name)).toContain('kube-apiserver-1.34.4');
  });
});
