import { ToolError } from './errors';
import { codeOf, messageOf } from './thrown';

/** What is installed beside this package; `constructs/lib/dependency` is a part of one. */
const MISSING = /^Cannot find module '(?<name>esbuild|cdk8s|cdk8s-plus-28|constructs)(?:\/[^']*)?'/;

/** A package that this one needs and that is not installed; undefined for anything else that was thrown. */
export function missingPart(thrown: unknown): ToolError | undefined {
  const name = codeOf(thrown) === 'MODULE_NOT_FOUND' ? MISSING.exec(messageOf(thrown))?.groups?.['name'] : undefined;
  if (name === undefined) return undefined;
  const message = `the package "${name}", without which nothing is rendered, is not installed here.`;
  const fix = `run \`npm install\`, or \`npm install ${name}\` where package.json does not name it and no other package brings it.`;
  return new ToolError('APP_MODULE', [{ message, fix }], { cause: thrown });
}
