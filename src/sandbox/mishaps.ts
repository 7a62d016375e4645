import childProcess from 'node:child_process';
import fs from 'node:fs';
import workers from 'node:worker_threads';
import { defined } from '../model/defined';
import type { Problem } from '../model/errors';
import type { SourcePlace } from '../model/source-place';
import { messageOf } from '../model/thrown';
import { refusalOf } from './permission';
import { stackBelow } from './stack-below';

/**
 * Errors in an app that would otherwise go unnoticed: a refusal that the app catches, a rejected promise that nobody
 * awaits. Such an app renders other bytes than it does without the sandbox.
 */
export class Mishaps {
  private first: Problem | undefined;
  private isLoading = false;

  constructor(private readonly placeOf: (trace: { readonly stack?: string }) => SourcePlace | undefined) {}

  /** @param confined watches what the permission model refuses too */
  install(confined: boolean): void {
    process.on('unhandledRejection', (reason) => this.reject(reason));
    if (!confined) return;
    this.watch(fs);
    this.watch(fs.promises);
    this.watch(childProcess);
    this.watch(workers, ['Worker']);
    this.watch(process, ['dlopen']);
  }

  /** The first one since the last call, after one turn of the event loop. */
  async next(): Promise<Problem | undefined> {
    await new Promise((resolve) => setImmediate(resolve));
    const { first } = this;
    this.first = undefined;
    return first;
  }

  /** A package may try anything while it loads, as long as it copes with a refusal. */
  whileLoading<T>(load: () => T): T {
    const before = this.isLoading;
    this.isLoading = true;
    try {
      return load();
    } finally {
      this.isLoading = before;
    }
  }

  private reject(reason: unknown): void {
    const place = this.placeOf(reason instanceof Error ? reason : {});
    const message = `a promise was rejected and nobody waited for it: ${messageOf(reason)}`;
    const fix =
      'charts() is over when it returns: do what takes time before the rendering, and commit what comes of it.';
    this.first ??= { message, fix, ...refusalOf(reason), ...defined({ place }) };
  }

  private watch(holder: object, names = Object.keys(holder)): void {
    for (const name of names) {
      const { value, writable } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
      if (typeof value === 'function' && writable === true) Reflect.set(holder, name, this.watched(value));
    }
  }

  /** The same function, which also keeps its refusals: thrown, in a promise or given to a callback. */
  private watched<T extends (...args: unknown[]) => unknown>(real: T): T {
    const apply = (target: T, self: unknown, args: unknown[]): unknown => {
      const note = this.noteAt(stackBelow(apply));
      const result = noted(note, () => Reflect.apply(target, self, heard(note, args)));
      if (result instanceof Promise) result.catch(note);
      return result;
    };
    const construct = (target: T, args: unknown[], made: never): object =>
      noted(this.noteAt(stackBelow(construct)), () => Reflect.construct(target, args, made));
    return new Proxy(real, { apply, construct });
  }

  private noteAt(stack: string): (error: unknown) => void {
    const { isLoading } = this;
    return (error) => {
      const refusal = isLoading ? undefined : refusalOf(error);
      const place = refusal === undefined ? undefined : this.placeOf({ stack });
      if (refusal !== undefined && place !== undefined) this.first ??= { ...refusal, place };
    };
  }
}

function noted<R>(note: (error: unknown) => void, run: () => R): R {
  try {
    return run();
  } catch (error) {
    note(error);
    throw error;
  }
}

/** Arguments whose last one is a callback that takes an error first. */
function heard(note: (error: unknown) => void, args: readonly unknown[]): unknown[] {
  const callback = args.at(-1);
  if (typeof callback !== 'function') return [...args];
  const hearing = function (this: unknown, ...told: unknown[]): unknown {
    note(told[0]);
    return Reflect.apply(callback, this, told);
  };
  return [...args.slice(0, -1), hearing];
}
