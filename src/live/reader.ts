import type { EKSClient } from '@aws-sdk/client-eks';
import type { FactsCall } from '../knowledge/aws/facts-calls';
import type { EksEnvironment } from '../model/environment';
import { isToolError, type Problem } from '../model/errors';
import type { Reading, UnreadFacts } from '../model/facts';
import { textOf } from '../model/thrown';
import { Answer } from './answer';
import { inBatches } from './batches';
import { explain, unreadReason } from './explain';
import { type AnswerLimits, BeyondLimit, within } from './limits';

/** Requests in flight at once; EKS throttles describe calls per account. */
const CONCURRENCY = 4;

type Input = Readonly<Record<string, unknown>>;
type Sdk = typeof import('./sdk');
type CommandClass = new (input: Input) => Parameters<EKSClient['send']>[0];

/** The call that failed, on its way to the reading that made it. */
class CallFailed extends Error {
  constructor(
    readonly action: FactsCall,
    override readonly cause: unknown,
  ) {
    super(action);
  }
}

/** Calls EKS for one cluster, and keeps what went wrong: a refused permission leaves one reading out, the rest ends the whole. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly unread: (UnreadFacts & { readonly problem: Problem })[] = [];

  constructor(
    private readonly client: EKSClient,
    private readonly sdk: Sdk,
    readonly environment: EksEnvironment,
    private readonly limits: AnswerLimits,
    private readonly signal: AbortSignal,
  ) {}

  /** What `take` makes of one answer. */
  async ask<T>(action: FactsCall, input: Input, take: (answer: Answer) => T): Promise<T> {
    return this.call(action, async (signal) => take(await this.send(action, input, signal)));
  }

  /** The items of a list on all pages, as `take` finds them on one. */
  async pages<T>(action: FactsCall, input: Input, take: (page: Answer) => readonly T[] | undefined): Promise<T[]> {
    return this.call(action, async (signal) => {
      const found: T[] = [];
      let nextToken: string | undefined;
      do {
        const token = nextToken;
        const page = await this.send(action, token === undefined ? input : { ...input, nextToken: token }, signal);
        found.push(...(take(page) ?? []));
        if (found.length > this.limits.names) throw new BeyondLimit(`has more than ${this.limits.names} names`);
        nextToken = page.text('nextToken');
        if (nextToken !== undefined && nextToken === token) throw new BeyondLimit('repeats one page');
      } while (nextToken !== undefined);
      return found;
    });
  }

  /** One call for each item, a few at a time; what was deleted since it was listed is left out. */
  async each<T, R>(items: readonly T[], describe: (item: T) => Promise<R>): Promise<R[]> {
    const all = await inBatches(items, CONCURRENCY, async (item) => {
      try {
        return await describe(item);
      } catch (error) {
        if (error instanceof CallFailed && isGone(error)) return undefined;
        throw error;
      }
    });
    return all.filter((one) => one !== undefined);
  }

  /** A reading, or undefined where it could not be made. Nothing is asked any more after a failure that ends the whole. */
  async reading<T>(name: Reading, read: () => Promise<T | undefined>): Promise<T | undefined> {
    return this.attempt(read, (action, problem, reason) => {
      if (reason === undefined) this.problems.push(problem);
      else this.unread.push({ reading: name, action, reason, problem });
    });
  }

  /** The same for what nothing can be read without. */
  async required<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
    return this.attempt(read, (_action, problem) => this.problems.push(problem));
  }

  private async attempt<T>(
    read: () => Promise<T | undefined>,
    fail: (action: FactsCall, problem: Problem, reason: string | undefined) => void,
  ): Promise<T | undefined> {
    if (this.problems.length > 0) return undefined;
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      fail(error.action, explain(error.cause, error.action, this.environment), unreadReason(error.cause));
      return undefined;
    }
  }

  private async call<T>(action: FactsCall, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await within(this.limits.seconds, (signal) => run(AbortSignal.any([signal, this.signal])));
    } catch (error) {
      throw isToolError(error) ? error : new CallFailed(action, error);
    }
  }

  private async send(action: FactsCall, input: Input, abortSignal: AbortSignal): Promise<Answer> {
    // Each class takes an input of its own; EKS judges it.
    const Command = this.sdk.COMMANDS[action] as unknown as CommandClass;
    return Answer.of(await this.client.send(new Command(input), { abortSignal }), '');
  }
}

/** By its name: a proxy on the way may also answer with a 404. */
function isGone({ action, cause }: CallFailed): boolean {
  return action.startsWith('Describe') && textOf(cause, 'name') === 'ResourceNotFoundException';
}
