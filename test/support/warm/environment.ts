import { statSync } from 'node:fs';
import { join } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';
import { type Said, WarmProcess, type WarmRequest } from './process';
import { shareCompiledCode } from './shared-code';

const LIB = join(__dirname, '..', '..', '..', 'lib');

/** One for all test files of a worker. */
let warm: { readonly process: WarmProcess; readonly key: string } | undefined;

/** What a process looks at once, when it starts: the build, the language, and what it loads. */
function keyOf({ env, preload }: WarmRequest): string {
  return [statSync(join(LIB, '.built')).mtimeMs, env['LC_ALL'], env['LANG'], env['NODE_OPTIONS'], preload].join();
}

function run(request: WarmRequest): Said {
  const key = keyOf(request);
  if (warm?.key !== key) {
    warm?.process.end();
    warm = { process: new WarmProcess(join(LIB, 'src', 'cli', 'main.js'), request), key };
  }
  try {
    return warm.process.run(request);
  } catch (error) {
    warm = undefined;
    throw error;
  }
}

shareCompiledCode();

/** Gives tests `runWarm`: the command line, in a process that outlives the test file. */
export default class extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    super(...args);
    this.global['runWarm'] = run;
  }
}
