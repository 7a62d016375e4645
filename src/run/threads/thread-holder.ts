import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { ToolError } from '../../model/errors';
import type { Differences, Holder } from '../../write/kept-files';
import type { Staged } from '../../write/stage';
import { type PortableError, portable, revived } from './portable-error';

/** How long a thread may take for one answer: as long as the slowest disk, and not for ever. */
const LONGEST_MS = 10 * 60 * 1000;

/** What a thread is asked with, from its own side. */
export interface Line {
  readonly port: MessagePort;
  /** Counts the answers. */
  readonly answers: SharedArrayBuffer;
}

/** Added to the answers when the thread has failed: none will come, and nobody waits for one. */
const GONE = 2 ** 30;

type Request = { readonly compare: string } | { readonly stage: string; readonly durable: boolean };
type Answer = { readonly value: unknown } | { readonly error: PortableError };

/**
 * The files that another thread has rendered. They stay there: the thread compares and writes them while this one does
 * the same with its own, and this one then waits without giving way to anything, as for the disk itself.
 */
export class ThreadHolder implements Holder {
  private readonly channel = new MessageChannel();
  private readonly answers = new Int32Array(new SharedArrayBuffer(4));
  private asked = 0;

  constructor(private readonly longestMs = LONGEST_MS) {}

  /** For the thread; its port has to be transferred. */
  line(): Line {
    return { port: this.channel.port2, answers: this.answers.buffer };
  }

  compare(outDir: string): () => Differences {
    return this.ask({ compare: outDir });
  }

  stage(outDir: string, durable: boolean): () => Staged {
    const wait = this.ask<{ moves: Staged['moves']; failure?: PortableError }>({ stage: outDir, durable });
    return () => {
      try {
        const { moves, failure } = wait();
        return failure === undefined ? { moves } : { moves, failure: revived(failure) };
      } catch (failure) {
        // What the others have staged has to be taken back.
        return { moves: [], failure };
      }
    };
  }

  private ask<T>(request: Request): () => T {
    this.channel.port1.postMessage(request);
    this.asked += 1;
    const number = this.asked;
    return () => {
      for (let seen = Atomics.load(this.answers, 0); seen < number; seen = Atomics.load(this.answers, 0)) {
        if (Atomics.wait(this.answers, 0, seen, this.longestMs) === 'timed-out') throw silent(this.longestMs);
      }
      const answer: Answer = receiveMessageOnPort(this.channel.port1)?.message;
      if ('error' in answer) throw revived(answer.error);
      return answer.value as T;
    };
  }
}

function silent(milliseconds: number): ToolError {
  const message = `a thread that compares and writes files gave no answer for ${milliseconds / 1000} s, so the output may be incomplete.`;
  return new ToolError('OUTPUT', [{ message, fix: 'run synth again, which heals it; --jobs 1 does without threads.' }]);
}

/** The other end: answers for as long as the thread lives. */
export function answerFor(holder: Holder, { port, answers }: Line): void {
  const count = new Int32Array(answers);
  port.on('message', (request: Request) => {
    port.postMessage(answerTo(holder, request));
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  });
}

/** For a thread that has failed: whatever it is asked from now on is answered with the error. */
export function giveUp({ port, answers }: Line, error: PortableError): void {
  port.postMessage({ error });
  const count = new Int32Array(answers);
  Atomics.or(count, 0, GONE);
  Atomics.notify(count, 0);
}

function answerTo(holder: Holder, request: Request): Answer {
  try {
    if ('compare' in request) return { value: holder.compare(request.compare)() };
    const { moves, failure } = holder.stage(request.stage, request.durable)();
    return { value: failure === undefined ? { moves } : { moves, failure: portable(failure) } };
  } catch (error) {
    return { error: portable(error) };
  }
}
