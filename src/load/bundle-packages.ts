import { ToolError } from '../model/errors';
import { isBuildFailure } from './bundle-apps';
import { bundleProblem } from './bundle-problem';

/** Native code inside a package is refused when it is asked for, not when it merely lies there. */
const NATIVE = `throw Object.assign(new Error('native code'), { code: 'ERR_DLOPEN_DISABLED' });`;

/** Name of the text that asks for all packages. */
const ENTRY = 'packages.js';

/**
 * Everything that apps need from packages, and the program that renders them, as one CommonJS text that reads no file.
 * It exports `run` of the program and `packages`, a function per package.
 * @param program absolute path of the program
 * @throws ToolError APP_MODULE for a package that cannot be bundled
 */
export async function bundlePackages(root: string, packages: readonly string[], program: string): Promise<string> {
  const { build } = await import('esbuild');
  const list = packages.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)}),\n`);
  const contents = `exports.packages = {\n${list.join('')}};
const { run } = require(${JSON.stringify(program)});
exports.run = (request) => run(request, exports.packages);`;
  try {
    const result = await build({
      stdin: { contents, resolveDir: root, sourcefile: ENTRY },
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
    // A package that is not there is told at the line that asks for it: line 2 of the entry names the first.
    const missing = new Set(error.errors.map((one) => (one.location?.file === ENTRY ? one.location.line - 2 : -1)));
    const there = packages.filter((_name, index) => !missing.has(index));
    if (!missing.has(-1) && there.length < packages.length) return bundlePackages(root, there, program);
    const fix = '--sandbox bundles every package: repair this one, or run without --sandbox.';
    throw new ToolError(
      'APP_MODULE',
      error.errors.map((message) => ({ ...bundleProblem(message, root), fix })),
    );
  }
}
