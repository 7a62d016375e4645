import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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

/** What a project has beside the package itself: peers, what the package needs, and what checks and tests it. */
const INSTALLED = [
  ...['cdk8s', 'cdk8s-plus-28', 'constructs', 'esbuild', '@esbuild', '@aws-sdk'],
  ...['typescript', '@typescript', '@types', 'undici-types'],
];

/** The tarball of this package, unpacked. */
export class Packed {
  readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-package-'));
  readonly tarball: string;
  /** Paths in the package. */
  readonly files: readonly string[];

  constructor() {
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const types = run(process.execPath, [tsc, '-p', 'tsconfig.build.json'], ROOT);
    expect([types.status, types.stdout]).toEqual([0, '']);
    expect(run(process.execPath, ['scripts/run.mjs', 'scripts/copy-types.ts'], ROOT).status).toBe(0);
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder], ROOT);
    const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
    this.tarball = join(this.folder, filename);
    this.files = files.map((file) => file.path);
    expect(run('tar', ['-xzf', filename], this.folder).status).toBe(0);
  }

  /** Gives a project the unpacked package, and the others as this checkout has them. */
  installIn(project: string, more: readonly string[] = []): void {
    const modules = join(project, 'node_modules');
    mkdirSync(modules, { recursive: true });
    cpSync(join(this.folder, 'package'), join(modules, 'cdk8s-eks'), { recursive: true });
    for (const name of [...INSTALLED, ...more]) {
      if (existsSync(join(ROOT, 'node_modules', name)))
        symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
  }

  /** Runs the command line of the package that is installed in a project. */
  inside(project: string, ...args: readonly string[]): RanProgram {
    return run(process.execPath, [join(project, 'node_modules', 'cdk8s-eks', 'bin', 'cdk8s-eks.js'), ...args], project);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
