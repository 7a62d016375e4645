import type { Problem } from '../model/errors';
import { codeOf, messageOf } from '../model/thrown';

/** `Cannot find module 'lodash/get'`, as Node and the sandbox say it. */
const SAID = /^Cannot find module '(?<name>[^'./][^']*)'/;

/** A package that an app imports and that is not installed; undefined for any other error. */
export function missingPackage(error: unknown): Pick<Problem, 'message' | 'fix'> | undefined {
  const path = codeOf(error) === 'MODULE_NOT_FOUND' ? SAID.exec(messageOf(error))?.groups?.['name'] : undefined;
  if (path === undefined) return undefined;
  const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
  return {
    message: `the module imports "${path}", and no package of that name is installed here.`,
    fix: `run \`npm install ${name}\`, or \`npm install\` where package.json names it already.`,
  };
}
