import type { HasNode } from '../../src/model/environment-context';
import { type Problem, ToolError } from '../../src/model/errors';

/** Collects what is wrong with one construct's properties, so that all of it is told at once. */
export class Problems {
  private readonly found: Problem[] = [];

  constructor(private readonly construct: HasNode) {}

  /** @param message what, with its values and what it would do; @param fix the repair, in the imperative */
  add(message: string, fix: string): void {
    this.found.push({ message, fix, path: this.construct.node.path });
  }

  /** Adds when the condition does not hold. */
  unless(holds: boolean, message: string, fix: string): void {
    if (!holds) this.add(message, fix);
  }

  /** @throws ToolError APP_RENDER with everything that was added */
  raise(): void {
    if (this.found.length > 0) throw new ToolError('APP_RENDER', this.found);
  }
}
