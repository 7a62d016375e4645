import { integerWords, wrongInteger } from '../../src/grammar/integer';
import { exceedsInt64, parseQuantity, wrongQuantity } from '../../src/grammar/quantity';
import type { HasNode } from '../../src/model/environment-context';
import { type Problem, ToolError } from '../../src/model/errors';

/** Collects everything that is wrong with one construct's properties, so that one error says all of it. */
export class Problems {
  private readonly found: Problem[] = [];
  /** Names that each of the general ones is about. */
  private readonly general = new Map<Problem, readonly string[]>();

  /** @param construct whose properties they are */
  constructor(readonly construct: HasNode) {}

  /** @param message what is wrong, with its values and what would happen; @param fix the repair, in the imperative */
  add(message: string, fix: string): void {
    // What several parts have from one property is told once.
    if (this.found.some((one) => one.message === message && one.fix === fix)) return;
    this.found.push({ message, fix, path: this.construct.node.path });
  }

  /** Adds what holds of any properties; it is left out where somebody who knows them says more of the same names. */
  addGeneral(names: readonly string[], message: string, fix: string): void {
    const before = this.found.length;
    this.add(message, fix);
    const added = this.found[before];
    if (added !== undefined) this.general.set(added, names);
  }

  /** Adds the problem when the condition does not hold. */
  unless(holds: boolean, message: string, fix: string): void {
    if (!holds) this.add(message, fix);
  }

  /** Adds a problem when the number is given and is not a whole one from `min` to `max`. */
  integer(name: string, value: number | undefined, min: number, max?: number): void {
    if (value !== undefined && wrongInteger(value, min, max) !== undefined)
      this.add(`${name} is ${written(value)}.`, `use ${integerWords(min, max)}.`);
  }

  /** Adds a problem when the text is given and is not a quantity, as the schema check says of objects. */
  quantity(name: string, text: string | undefined): void {
    const wrong = text === undefined ? undefined : wrongQuantity(text);
    if (wrong !== undefined)
      this.add(`${name} is "${text}": ${wrong}; the server refuses it.`, 'write a number with its unit.');
    else if (text !== undefined && (parseQuantity(text) ?? 0) < 0)
      this.add(
        `${name} is "${text}", which is below 0; the server refuses it.`,
        'write a number from 0, with its unit.',
      );
    else if (text !== undefined && exceedsInt64(text))
      this.add(
        `${name} is "${text}", and the server keeps no amount above 2^63: it would cut it, and nothing has so much.`,
        'write what is really needed, and check the unit.',
      );
  }

  /** Called once per construct, before it makes an object. @throws ToolError APP_RENDER with all that was added */
  raise(): void {
    if (this.found.length > 0) throw this.error();
  }

  /** The same for a call on a construct that is made already. @throws ToolError APP_RENDER with all that was added */
  raiseInCall(): void {
    if (this.found.length > 0) throw this.error();
  }

  private isSaid(problem: Problem): boolean {
    const names = this.general.get(problem);
    if (names === undefined) return false;
    return this.found.some((one) => !this.general.has(one) && names.every((name) => one.message.includes(name)));
  }

  error(): ToolError {
    return new ToolError(
      'APP_RENDER',
      this.found.filter((one) => !this.isSaid(one)),
    );
  }
}

/** Text that looks like a number is told from one. */
function written(value: unknown): string {
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : String(value);
}

/** The error for a call that is wrong in one way only, such as a name that is not there: `throw refusal(…)`. */
export function refusal(construct: HasNode, message: string, fix: string): ToolError {
  const problems = new Problems(construct);
  problems.add(message, fix);
  return problems.error();
}
