import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback } from '../../grammar/registry-place';
import { codeOf } from '../../model/thrown';
import { BeyondLimit } from '../limits';
import type { RegistryLimits } from './limits';

export interface Question {
  readonly method: 'HEAD' | 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** A redirection that is not followed. The message says where it leads. */
export class WrongRedirect extends Error {
  override readonly name = 'WrongRedirect';
}

const BUSY = 429;
/** A connection that ended, or that was not made: the next one may hold. */
const PASSING = new Set(['ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/** Asks over HTTP within limits. Node's own `fetch`, or what a test gives. */
export class Asker {
  constructor(
    readonly limits: RegistryLimits,
    readonly signal: AbortSignal,
    private readonly request: typeof fetch = fetch,
  ) {}

  /** The answer, whatever its status; asked again where the registry is busy or the connection broke. */
  async ask(question: Question): Promise<Answered> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= this.limits.attempts;
      const answer = await this.attempt(question, last);
      const busy = answer === undefined || answer.status === BUSY || answer.status >= 500;
      const wait = this.pause(attempt, answer?.headers.get('retry-after'));
      if (answer !== undefined && (!busy || last || wait > this.limits.seconds * 1000)) return answer;
      await sleep(wait, undefined, { signal: this.signal });
    }
  }

  private async attempt(question: Question, last: boolean): Promise<Answered | undefined> {
    try {
      return await this.follow(question, this.limits.redirects);
    } catch (error) {
      if (last || !PASSING.has(codeOf(error) ?? codeOf(causeOf(error)) ?? '')) throw error;
      return undefined;
    }
  }

  /** Milliseconds; some of them by chance, so that many jobs do not come back together. */
  private pause(attempt: number, retryAfter: string | null | undefined): number {
    const longest = this.limits.backOff * 2 ** (attempt - 1);
    const asked = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
    return Math.max(asked, longest * (0.5 + Math.random() / 2));
  }

  private async follow(question: Question, redirects: number): Promise<Answered> {
    const { method, url, headers, body } = question;
    const response = await this.request(url, {
      method,
      // The digest is that of the bytes as they are kept.
      headers: { 'accept-encoding': 'identity', 'user-agent': 'cdk8s-eks', ...headers },
      redirect: 'manual',
      signal: this.signal,
      ...(body !== undefined && { body }),
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return { status: response.status, headers: response.headers, body: await this.read(response) };
    await response.body?.cancel();
    // What it sends may be a secret, and a question by POST is not asked twice.
    if (method === 'POST') throw new WrongRedirect('redirects a request for a token');
    if (redirects === 0) throw new WrongRedirect(`redirects more than ${this.limits.redirects} times`);
    return this.follow(redirected(question, location), redirects - 1);
  }

  private async read(response: Response): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let count = 0;
    for await (const chunk of response.body ?? []) {
      count += chunk.length;
      if (count > this.limits.bytes) throw new BeyondLimit(`has more than ${this.limits.bytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}

/** The question to where a registry sends it; a credential is for the host that asked for it, and never travels in the open. */
function redirected(question: Question, location: string): Question {
  const from = new URL(question.url);
  if (!URL.canParse(location, from.href)) throw new WrongRedirect('redirects to what is not an address');
  const to = new URL(location, from.href);
  const open = to.protocol !== 'https:' && !(to.protocol === 'http:' && isLoopback(to.host) && isLoopback(from.host));
  if (open) throw new WrongRedirect(`redirects to ${to.protocol}//${to.host}, which is not encrypted`);
  const kept = Object.entries(question.headers).filter(
    ([name]) => to.origin === from.origin || name !== 'authorization',
  );
  return { ...question, url: to.href, headers: Object.fromEntries(kept) };
}

export function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
}
