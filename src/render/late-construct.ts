import type { Problem } from '../model/errors';

/** What `constructs` says of a construct that is made in a locked tree; the path of its parent is left out at the root. */
const SAID = /Cannot add children (?:to "(?<parent>[^"]*)" )?during synthesis/;

/**
 * What a construct is told as that is made while objects become files: nothing of it would be in any of them.
 * @returns undefined for any other error
 */
export function lateConstruct(message: string): Pick<Problem, 'message' | 'fix'> | undefined {
  const match = SAID.exec(message);
  if (match === null) return undefined;
  const below = match.groups?.['parent'] === undefined ? '' : ` below ${match.groups['parent']}`;
  return whileWritten(below);
}

/** @param below ` below shop`, or nothing where that is not known */
export function whileWritten(below = ''): Pick<Problem, 'message' | 'fix'> {
  return {
    message: `a construct${below} is made while objects become files, by a Lazy value or a validation: nothing of it would be written.`,
    fix: 'make it in `charts` itself; let a Lazy value or a validation only read.',
  };
}

/** What a construct is told as that is made when an app is over. */
export const AFTERWARDS: Pick<Problem, 'message' | 'fix'> = {
  message: 'a construct is made after `charts` has returned: it would be left out, and what was there before deleted.',
  fix: 'make it before `charts` returns, without `await` and timers; read what has to be waited for before, into environment.yaml or release.yaml.',
};
