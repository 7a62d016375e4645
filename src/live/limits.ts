import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import type { EKSClient } from '@aws-sdk/client-eks';

/** What one call may take. */
export interface AnswerLimits {
  /** From the first attempt to the last byte, with what is tried again and all pages. */
  readonly seconds: number;
  /** Seconds for all calls together. */
  readonly whole: number;
  /** Of one answer. */
  readonly bytes: number;
  /** On all pages of a list together. */
  readonly names: number;
}

/** A cluster with its certificate has some 10 KB, and EKS allows some hundred node groups. */
export const ANSWER_LIMITS: AnswerLimits = { seconds: 90, whole: 600, bytes: 4 * 1024 * 1024, names: 10_000 };

/** An answer that nobody waits for any longer, or that nobody reads further. */
export class BeyondLimit extends Error {
  override readonly name = 'BeyondLimit';
}

/**
 * Gives a call up after some time: a body may drip for ever, and keeps every timeout of the connection from ending it.
 * @param call must stop where its signal says so
 */
export async function within<T>(seconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new BeyondLimit(`did not end within ${seconds} seconds`));
      controller.abort();
    }, seconds * 1000);
  });
  try {
    return await Promise.race([call(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets a client read no more than some bytes of each answer. */
export function limitBytes(client: EKSClient, bytes: number): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (holdsBody(response)) response.body = limited(response.body, bytes);
      return result;
    },
    // Next to the connection: what comes out of here is taken apart.
    { step: 'deserialize', name: 'limitBytes', priority: 'low', override: true },
  );
}

function holdsBody(response: unknown): response is { body: Readable } {
  if (typeof response !== 'object' || response === null || !('body' in response)) return false;
  const { body } = response;
  return typeof body === 'object' && body !== null && 'pipe' in body;
}

function limited(body: Readable, most: number): Readable {
  let count = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count <= most) return done(null, chunk);
      done(new BeyondLimit(`has more than ${most} bytes`));
      body.destroy();
    },
  });
  body.on('error', (error) => counted.destroy(error));
  return body.pipe(counted);
}
