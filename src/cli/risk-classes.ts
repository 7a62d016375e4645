import { isRisk, RISKS, type Risk } from '../knowledge/risk/risks';
import type { Change } from '../model/change';
import { type Problem, ToolError } from '../model/errors';
import { didYouMean } from '../model/suggest';

/** What `--fail-on refused,data` names. @throws ToolError ARGUMENTS with every name that is not a class */
export function risksOf(text: string): readonly Risk[] {
  const names = text.split(',').map((name) => name.trim());
  const problems = names.filter((name) => !isRisk(name)).map(unknownRisk);
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  return names.filter(isRisk);
}

function unknownRisk(name: string): Problem {
  const message =
    name === ''
      ? '--fail-on has an empty place in its list.'
      : `--fail-on ${name}: there is no such class of changes.${didYouMean(name, RISKS)}`;
  return { message, fix: `use some of: ${RISKS.join(', ')}.` };
}

/** How many changes have each of the classes, by their worst effect or another one. */
export function countsOf(changes: readonly Change[], risks: readonly Risk[]): readonly (readonly [Risk, number])[] {
  return risks.flatMap((risk) => {
    const count = changes.filter((one) => one.risk === risk || one.also?.some((other) => other.risk === risk)).length;
    return count === 0 ? [] : [[risk, count] as const];
  });
}
