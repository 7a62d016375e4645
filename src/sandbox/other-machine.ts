import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import type { SourcePlace } from '../model/source-place';
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
    this.replaceVariables();
    this.watch(Math, 'Math', ['random']);
    this.watch(performance, 'performance', ['now']);
    this.watch(process, 'process', ['cwd', 'uptime']);
    this.watch(crypto, 'crypto', ['randomUUID', 'randomBytes', 'randomInt']);
    this.watch(os, 'os', ['hostname', 'userInfo', 'homedir'], (name, real) =>
      name === 'userInfo' ? { ...(real as object), username: 'somebody-else' } : `other-${name}`,
    );
    this.watch(fs, 'fs', ['readdirSync'], (_name, real) => [...(real as readonly unknown[])].reverse());
  }

  /** @param direct whether only what the app's own code asks counts: packages and Node read variables of their own */
  private note(what: string, direct = false): void {
    if (this.reads.length >= MOST_READS || this.app === '') return;
    const trace: { stack?: string } = {};
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 30;
    Error.captureStackTrace(trace, this.note);
    Error.stackTraceLimit = limit;
    // A header, the function that noted this, and who called it.
    const place = this.placeOf(direct ? { stack: trace.stack?.split('\n')[2] ?? '' } : trace);
    if (place !== undefined) this.reads.push({ app: this.app, what, place });
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

  /** Every variable has another value here, also those that are not set there. */
  private replaceVariables(): void {
    const other = (name: string): string => `other-${name}`;
    const seen = (key: string | symbol): key is string => typeof key === 'string';
    process.env = new Proxy<Record<string, string>>(
      {},
      {
        get: (_target, key) => {
          if (!seen(key)) return undefined;
          this.note(`process.env.${key}`, true);
          return other(key);
        },
        has: (_target, key) => {
          if (seen(key)) this.note(`process.env.${key}`, true);
          return false;
        },
        ownKeys: () => {
          this.note('process.env', true);
          return [];
        },
      },
    );
  }
}
