import { ToolError } from '../model/errors';
import { isBuildFailure, toProblem } from './bundle-apps';

/** Native code inside a package is refused when it is asked for, not when it merely lies there. */
const NATIVE = `throw Object.assign(new Error('native code'), { code: 'ERR_DLOPEN_DISABLED' });`;

/**
 * Everything that apps need from packages, and the program that renders them, as one CommonJS text that reads no file.
 * It exports `run` of the program and `packages`, a function per package.
 * @param program absolute path of the program
 * @throws ToolError APP_MODULE for a package that cannot be found or bundled
 */
export async function bundlePackages(root: string, packages: readonly string[], program: string): Promise<string> {
  const { build } = await import('esbuild');
  const list = packages.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)}),`);
  const contents = `exports.packages = {${list.join('\n')}};
const { run } = require(${JSON.stringify(program)});
exports.run = (request) => run(request, exports.packages);`;
  try {
    const result = await build({
      stdin: { contents, resolveDir: root, sourcefile: 'packages.js' },
      absWorkingDir: root,
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
      plugins: [
        {
          name: 'native',
          setup: ({ onLoad }) => onLoad({ filter: /\.node$/ }, () => ({ contents: NATIVE, loader: 'js' })),
        },
      ],
    });
    return result.outputFiles[0]?.text ?? '';
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    const problems = error.errors.map((message) => ({
      ...toProblem(message, root),
      fix: '--sandbox bundles every package: install it, or run without --sandbox.',
    }));
    throw new ToolError('APP_MODULE', problems);
  }
}
