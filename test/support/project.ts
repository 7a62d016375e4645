import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Said, WarmRequest } from './warm/process';

export const ROOT = join(__dirname, '..', '..');
export const BINARY = join(ROOT, 'bin', 'cdk8s-eks.js');

export type Ran = Said;

declare global {
  /** From `warm/environment.ts`. */
  var runWarm: (request: WarmRequest) => Said;
}

/** A project of a team: this repository's environments without their releases, apps of its own, and the package by its name. */
export class TestProject {
  readonly root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-project-'));

  #cache: Readonly<Record<string, string>> = {};

  constructor(apps: Readonly<Record<string, string>> = {}) {
    // Releases are of this repository's apps, which the project does not have.
    const filter = (path: string) => basename(path) !== 'release.yaml';
    cpSync(join(ROOT, 'environments'), join(this.root, 'environments'), { recursive: true, filter });
    this.#withoutValues();
    mkdirSync(join(this.root, 'node_modules'));
    mkdirSync(join(this.root, 'apps'));
    symlinkSync(ROOT, join(this.root, 'node_modules', 'cdk8s-eks'));
    for (const name of ['cdk8s', 'constructs', 'cdk8s-plus-28']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(this.root, 'node_modules', name));
    }
    for (const [path, text] of Object.entries(apps)) this.write(`apps/${path}`, text);
  }

  /**
   * Values that only this repository's apps read, and that staging is private, where apps of tests run images of public
   * registries; each line, and each size, stays what it is.
   */
  #withoutValues(): void {
    for (const name of ['staging', 'prod']) {
      const path = `environments/${name}/environment.yaml`;
      const blank = (values: string) => `values: {}\n${'#'.repeat(values.length - 'values: {}\n'.length)}`;
      const settings = this.read(path).replace(/^values:\n .*$/m, blank);
      this.write(path, settings.replace('  private: true', '# private: true'));
    }
  }

  /** Adds the apps of this repository, and their releases. */
  withOwnApps(): this {
    for (const folder of ['apps', 'environments'])
      cpSync(join(ROOT, folder), join(this.root, folder), { recursive: true });
    return this;
  }

  /** Lets the project type-check as a real one does; what that keeps from run to run goes with the project. */
  withTypeScript(): this {
    this.#cache = { XDG_CACHE_HOME: join(this.root, 'node_modules', '.cache') };
    for (const name of ['typescript', '@types'])
      symlinkSync(join(ROOT, 'node_modules', name), join(this.root, 'node_modules', name));
    const options = { strict: true, module: 'nodenext', skipLibCheck: true, types: ['node'], noEmit: true };
    // The types of the package as this checkout has them, since its own are written when it is packed.
    const compilerOptions = { ...options, paths: { 'cdk8s-eks': [join(ROOT, 'charts', 'index.ts')] } };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['apps'] }));
    return this;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  edit(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.write(path, text.replace(from, to));
  }

  delete(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  /** Runs the command line on this project, in a process that other runs use too. */
  run(...args: readonly string[]): Ran {
    return this.runWith({}, ...args);
  }

  /** With variables of its own. */
  runWith(env: NodeJS.ProcessEnv, ...args: readonly string[]): Ran {
    return fresh(runWarm(this.#request(env, args)));
  }

  /** In a shared process that loads `test/cli/faults/hook.cjs`, for faults that a process outlives. */
  runWithFault(fault: NodeJS.ProcessEnv, ...args: readonly string[]): Ran {
    const preload = join(ROOT, 'test', 'cli', 'faults', 'hook.cjs');
    return fresh(runWarm({ ...this.#request({ FAULT_UNDER: this.root, ...fault }, args), preload }));
  }

  /** In a process of its own, where a test is about the process: how it starts and ends, its threads and signals. */
  runApart(...args: readonly string[]): Ran {
    return this.runApartWith({}, ...args);
  }

  runApartWith(variables: NodeJS.ProcessEnv, ...args: readonly string[]): Ran {
    const { args: all, env } = this.#request(variables, args);
    const ran = spawnSync(process.execPath, [BINARY, ...all], { encoding: 'utf8', env });
    return fresh({ code: ran.status ?? -1, stdout: ran.stdout, stderr: ran.stderr });
  }

  #request(env: NodeJS.ProcessEnv, args: readonly string[]): WarmRequest {
    const all = ['--project', this.root, ...args];
    const variables = { ...process.env, ...this.#cache, NO_COLOR: '1', ...env };
    return { args: all, env: variables, cwd: process.cwd(), root: this.root };
  }

  /** Every file below a folder, with a hash of its bytes. */
  files(folder = 'dist'): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    const walk = (path: string): void => {
      for (const entry of readdirSync(join(this.root, path), { withFileTypes: true })) {
        const inner = `${path}/${entry.name}`;
        if (entry.isDirectory()) walk(inner);
        else
          found[inner] = createHash('sha256')
            .update(readFileSync(join(this.root, inner)))
            .digest('hex');
      }
    };
    walk(folder);
    return found;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A source that was edited while tests run is not what their expectations are about. @throws Error with the fix */
function fresh(ran: Ran): Ran {
  if (ran.stderr.startsWith('error STALE_BUILD: ')) throw new Error(ran.stderr);
  return ran;
}

/** Without the seconds, which nobody can foretell, and what is said of types: most projects of tests have no compiler. */
export function withoutTime(text: string): string {
  return text.replace(/\d+\.\d\d s(; types not checked[^\n]*)?\n$/, '<time>\n');
}

export const SHOP = `import { AlbIngress, AppNamespace, defineApp, Environment, WebService } from 'cdk8s-eks';

export default defineApp({
  name: 'shop',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    const web = new WebService(scope, 'web', {
      image: 'ghcr.io/stefanprodan/podinfo:6.14.1',
      port: 9898,
      user: { uid: 100, gid: 101 },
      readiness: { http: '/readyz' },
      env: { STAGE: Environment.of(scope).name },
    });
    new AlbIngress(scope, 'ingress', { name: 'web', host: 'shop', scheme: 'internal', backend: web });
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
  },
});
`;

/** The class that the shop's Ingress names. */
export const INGRESS_CLASS = `import { AlbIngressClass, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'ingress',
  owner: 'platform',
  skip: { local: 'a laptop’s cluster has a class of its own' },
  charts(scope) {
    new AlbIngressClass(scope, 'alb');
  },
});
`;
