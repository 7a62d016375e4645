import type { IConstruct } from 'constructs';
import { defined } from '../model/defined';
import { isToolError, type Problem } from '../model/errors';
import { messageOf } from '../model/thrown';
import { lateConstruct } from './late-construct';

/** What a construct says about itself. Its validation is a user's code, which may throw, or return something else than a list. */
export function validationOf({ node }: IConstruct): readonly Pick<Problem, 'message' | 'fix'>[] {
  try {
    return [...node.validate()].map((message) => ({ message: String(message) }));
  } catch (error) {
    if (isToolError(error)) return error.problems.map(({ message, fix }) => ({ message, ...defined({ fix }) }));
    const message = messageOf(error);
    const threw = {
      message: `the validation of the construct threw: ${message}`,
      fix: 'return the messages as a list of texts; throw nothing.',
    };
    return [lateConstruct(message) ?? threw];
  }
}
