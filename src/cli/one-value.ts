import { ToolError } from '../model/errors';

/**
 * Reads an option that takes one value, for commander: of two, the first would be left out without a word, and an empty
 * one would stand for everything.
 */
export function oneValue(flag: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (value.trim() === '') {
      const message = `${flag} names nothing, which may be a variable that is not set.`;
      throw new ToolError('ARGUMENTS', [{ message, fix: `give it a value, or leave ${flag} out.` }]);
    }
    if (before === undefined) return value;
    const message = `${flag} is given twice, as ${JSON.stringify(before)} and as ${JSON.stringify(value)}, and it takes one value.`;
    throw new ToolError('ARGUMENTS', [{ message, fix: 'give it once; for the other value, run the command again.' }]);
  };
}
