import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';

export interface RanProgram {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(command: string, args: readonly string[], cwd: string): RanProgram {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

/** What a project has beside the package: peers, what the package needs, and what checks and tests it. */
const BESIDE = [
  ...['cdk8s', 'cdk8s-plus-28', 'constructs', 'esbuild', '@esbuild'],
  ...['typescript', '@typescript', '@types', 'undici-types', 'jest', '@swc'],
];

/** The tarball of this package, as it is installed. */
export class Packed {
  /** Projects lie in here, each in a folder of its own. */
  readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-package-'));
  readonly installed = join(this.folder, 'node_modules', 'cdk8s-eks');
  /** Paths in the package. */
  readonly files: readonly string[];

  constructor() {
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    // In one thread, each type is worked out once, which is half of the processor time.
    const types = run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--singleThreaded'], ROOT);
    expect([types.status, types.stdout]).toEqual([0, '']);
    expect(run(process.execPath, ['scripts/run.mjs', 'scripts/copy-types.ts'], ROOT).status).toBe(0);
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder], ROOT);
    const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
    this.files = files.map((file) => file.path);
    mkdirSync(this.installed, { recursive: true });
    const args = ['-xzf', filename, '--strip-components', '1', '-C', this.installed];
    expect(run('tar', args, this.folder).status).toBe(0);
    for (const name of BESIDE) {
      const from = join(ROOT, 'node_modules', name);
      if (existsSync(from)) symlinkSync(from, join(this.folder, 'node_modules', name));
    }
  }

  textOf(path: string): string {
    return readFileSync(join(this.installed, path), 'utf8');
  }

  /** Gives a project the package and what stands beside it. */
  installIn(project: string): void {
    mkdirSync(project, { recursive: true });
    symlinkSync(join(this.folder, 'node_modules'), join(project, 'node_modules'));
  }

  /** Runs the command line of the package that is installed in a project. */
  inside(project: string, ...args: readonly string[]): RanProgram {
    return run(process.execPath, [join(this.installed, 'bin', 'cdk8s-eks.js'), ...args], project);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
