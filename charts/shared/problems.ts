import type { HasNode } from '../../src/model/environment-context';
import { type Problem, ToolError } from '../../src/model/errors';

/** Collects everything that is wrong with one construct's properties, so that one error says all of it. */
export class Problems {
  private readonly found: Problem[] = [];

  constructor(private readonly construct: HasNode) {}

  /** @param message what is wrong, with its values and what would happen; @param fix the repair, in the imperative */
  add(message: string, fix: string): void {
    this.found.push({ message, fix, path: this.construct.node.path });
  }

  /** Adds the problem when the condition does not hold. */
  unless(holds: boolean, message: string, fix: string): void {
    if (!holds) this.add(message, fix);
  }

  /** Called once per construct, before it makes an object. @throws ToolError APP_RENDER with all that was added */
  raise(): void {
    if (this.found.length > 0) throw this.error();
  }

  error(): ToolError {
    return new ToolError('APP_RENDER', this.found);
  }
}

/** The error for a call that is wrong in one way only, such as a name that is not there: `throw refusal(…)`. */
export function refusal(construct: HasNode, message: string, fix: string): ToolError {
  const problems = new Problems(construct);
  problems.add(message, fix);
  return problems.error();
}
