import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PACKAGE = ['node_modules', 'typescript'] as const;

/** What a project lacks for its types to be checked; undefined where it has all. */
export function wantsForTypes(root: string): string | undefined {
  if (!existsSync(join(root, ...PACKAGE, 'bin', 'tsc'))) return 'TypeScript in node_modules';
  return configOf(root) === undefined ? 'tsconfig.json' : undefined;
}

function configOf(root: string): string | undefined {
  return [join(root, 'apps', 'tsconfig.json'), join(root, 'tsconfig.json')].find((path) => existsSync(path));
}

/** The project's own TypeScript compiler, and what it is asked to check. */
export interface Compiler {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path of the tsconfig.json. */
  readonly config: string;
  /** Files that say which compiler it is. */
  readonly identity: readonly string[];
}

/**
 * `apps/tsconfig.json` goes before the project's own, since it leaves out tests and everything else that is not
 * rendered. TypeScript 7 brings a native program, which is started without the Node process that wraps it.
 * @returns undefined for a project without a compiler or a tsconfig.json
 */
export function findCompiler(root: string): Compiler | undefined {
  const folder = join(root, ...PACKAGE);
  const script = join(folder, 'bin', 'tsc');
  const config = configOf(root);
  if (!existsSync(script) || config === undefined) return undefined;
  const args = ['--noEmit', '--pretty', 'false', '--explainFiles', '-p', config];
  const identity = [join(folder, 'package.json'), script];
  const native = nativeProgram(script);
  if (native === undefined) return { program: process.execPath, args: [script, ...args], config, identity };
  return { program: native.program, args, config, identity: [...identity, native.manifest] };
}

function nativeProgram(script: string): { readonly program: string; readonly manifest: string } | undefined {
  try {
    const name = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const manifest = createRequire(realpathSync(script)).resolve(name);
    const program = join(dirname(manifest), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
    return existsSync(program) ? { program, manifest } : undefined;
  } catch {
    return undefined;
  }
}
