import { isAbsolute, relative } from 'node:path';
import type { Message } from 'esbuild';
import { defined } from '../model/defined';
import type { Problem } from '../model/errors';
import { refusedSource } from './source-files';
import { TEXT_EXTENSIONS } from './text-extensions';

type Said = Pick<Problem, 'message' | 'fix'>;

/** What the bundler says in its words, and what we say of it. */
const KNOWN: readonly (readonly [said: RegExp, ours: (found: RegExpExecArray) => Said])[] = [
  [
    /^Could not resolve "(?<path>\.[^"]*)"/,
    ({ groups }) => ({
      message: `"${groups?.['path']}" is imported, and there is no such file.`,
      fix: 'correct the path, or add the file.',
    }),
  ],
  [
    /^Top-level await /,
    () => ({
      message: 'the module awaits something outside of any function, and an app’s code runs at once.',
      fix: 'leave `await` out: import a file as text, or put what has to be waited for into environment.yaml or release.yaml.',
    }),
  ],
  [
    /^No loader is configured for "(?<extension>[^"]*)" files: (?<path>.*)$/,
    ({ groups }) => ({
      message: `${groups?.['path']} is imported, and files of the form ${groups?.['extension']} are not read.`,
      fix: `import TypeScript, or text in a file that ends in ${TEXT_EXTENSIONS.join(', ')}.`,
    }),
  ],
  [
    /^(?:Could not read from file: |Cannot read file ")(?<path>[^"]*)/,
    ({ groups }) => ({
      message: `${groups?.['path']} cannot be read.`,
      fix: 'give the user that runs this the right to it.',
    }),
  ],
  [
    /^No matching export in "(?<path>[^"]*)" for import "(?<name>[^"]*)"$/,
    ({ groups }) => ({
      message: `"${groups?.['path']}" does not export ${groups?.['name']}.`,
      fix: 'correct the name, or export it there.',
    }),
  ],
];

/** What the bundler found, at its line. */
export function bundleProblem(message: Message, root: string): Problem {
  const refused = refusedSource(message, root);
  if (refused !== undefined) return refused;
  const at = message.location;
  const said = saidOf(message.text);
  if (at === null) return said;
  const file = isAbsolute(at.file) ? relative(root, at.file) : at.file;
  const indent = ' '.repeat(String(at.line).length);
  return {
    ...said,
    // Anything else is a line that the bundler cannot read.
    ...defined({ fix: said.fix ?? 'correct the line.' }),
    place: { file: file.replaceAll('\\', '/'), line: at.line, column: at.column + 1 },
    picture: `${at.line} | ${at.lineText}\n${indent} | ${' '.repeat(at.column)}${'^'.repeat(Math.max(1, at.length))}`,
  };
}

function saidOf(text: string): Said {
  for (const [said, ours] of KNOWN) {
    const found = said.exec(text);
    if (found !== null) return ours(found);
  }
  return { message: text };
}
