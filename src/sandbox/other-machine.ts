import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import type { SourcePlace } from '../model/source-place';
import { otherVariables } from './other-variables';
import type { Read } from './protocol';

type Any = (...args: never[]) => unknown;

/** Another year, month, weekday, hour and minute. */
const LATER_MS = ((401 * 24 + 5) * 60 + 7) * 60_000;
/** More reads of one app say no more. */
const MOST_READS = 100;

/**
 * Makes this process answer as another machine on another day, and notes which line of which app asked.
 * Clock, chance, environment variables, host, user and the order of folders differ; the time zone, the locale and
 * the working directory are given to the process when it starts.
 */
export class OtherMachine {
  readonly reads: Read[] = [];
  private app = '';

  constructor(private readonly placeOf: (trace: { readonly stack?: string }) => SourcePlace | undefined) {}

  /** Whose code runs from now on. */
  enter(app: string): void {
    this.app = app;
  }

  install(): void {
    this.replaceClock();
    // Packages and Node read variables of their own: only what an app's own line asks is told.
    process.env = otherVariables(process.env, (what, trap) => this.noteFrom(callerOf(trap), what));
    this.watch(Math, 'Math', ['random']);
    this.watch(performance, 'performance', ['now']);
    this.watch(process, 'process', ['cwd', 'uptime']);
    this.watch(crypto, 'crypto', ['randomUUID', 'randomBytes', 'randomInt']);
    this.watch(os, 'os', ['hostname', 'userInfo', 'homedir'], (name, real) =>
      name === 'userInfo' ? { ...(real as object), username: 'somebody-else' } : `other-${name}`,
    );
    this.watch(fs, 'fs', ['readdirSync'], (_name, real) => [...(real as readonly unknown[])].reverse());
  }

  /** @returns whether it was called on behalf of an app */
  private note(what: string): boolean {
    return this.noteFrom(stackBelow(this.note), what);
  }

  private noteFrom(stack: string, what: string): boolean {
    const place = this.placeOf({ stack });
    if (place !== undefined && this.reads.length < MOST_READS) this.reads.push({ app: this.app, what, place });
    return place !== undefined;
  }

  /** Replaces functions of a module by ones that note the call and may change the answer. */
  private watch(
    holder: object,
    label: string,
    names: readonly string[],
    change: (name: string, real: unknown) => unknown = (_name, real) => real,
  ): void {
    const functions = holder as Record<string, Any>;
    for (const name of names) {
      const real = functions[name] as Any;
      functions[name] = (...args: never[]) => {
        this.note(`${label}.${name}()`);
        return change(name, Reflect.apply(real, holder, args));
      };
    }
  }

  private replaceClock(): void {
    const RealDate = Date;
    const now = (): number => RealDate.now() + LATER_MS;
    const noted = (what: string): number => {
      this.note(what);
      return now();
    };
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args, made) => {
        const given = args.length === 0 ? [noted('new Date()')] : args;
        return Reflect.construct(target, given, made === globalThis.Date ? target : made) as object;
      },
      apply: (target) => new target(noted('Date()')).toString(),
      get: (target, key) => (key === 'now' ? () => noted('Date.now()') : Reflect.get(target, key)),
    });
  }
}

const FRAMES = 30;

function stackBelow(called: Any, frames = FRAMES): string {
  const trace: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  Error.captureStackTrace(trace, called);
  Error.stackTraceLimit = limit;
  return trace.stack ?? '';
}

function callerOf(called: Any): string {
  return stackBelow(called, 1);
}
