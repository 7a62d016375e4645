import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import type { SourcePlace } from '../model/source-place';
import { LOCAL_CLASSES, LOCAL_METHODS } from './local-methods';
import { otherVariables } from './other-variables';
import type { Read } from './protocol';
import { stackBelow } from './stack-below';

type Any = (...args: never[]) => unknown;

/** Another year, month, weekday, hour and minute. */
const LATER_MS = ((401 * 24 + 5) * 60 + 7) * 60_000;
/** Further reads of one app add nothing to the message. */
const MOST_READS = 100;
/** What Node tells every module of where it lies. */
const PLACE_NAMES = /(?<![\w$.])__(?:dirname|filename)(?![\w$])/g;

/**
 * Makes this process answer as another machine on another day, and notes which line of which app asked.
 * Clock, chance, environment variables, host, user, paths and the order of folders differ; the time zone, the locale
 * and the working directory are given to the process when it starts.
 */
export class OtherMachine {
  readonly reads: Read[] = [];
  private readonly known = new Set<string>();
  private app = '';

  constructor(private readonly placeOf: (trace: { readonly stack?: string }) => SourcePlace | undefined) {}

  /** Whose code runs from now on. */
  enter(app: string): void {
    this.app = app;
  }

  /** @param node where it says that Node is */
  install(node: string): void {
    this.replaceClock();
    this.replaceValue(process, 'execPath', 'process.execPath', () => node);
    // Packages and Node read variables of their own: only what an app's own line asks is told.
    process.env = otherVariables(process.env, (what, trap) => this.noteFrom(callerOf(trap), what));
    this.watch(Math, 'Math', ['random']);
    this.watch(performance, 'performance', ['now']);
    for (const name of ['pid', 'ppid', 'argv']) this.replaceValue(process, name, `process.${name}`, (real) => real);
    this.watch(process.hrtime, 'process.hrtime', ['bigint']);
    this.watch(process, 'process', ['cwd', 'uptime', 'hrtime', 'memoryUsage', 'cpuUsage', 'resourceUsage']);
    this.watch(crypto, 'crypto', ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'generateKeyPairSync']);
    this.watch(globalThis.crypto, 'crypto', ['randomUUID', 'getRandomValues']);
    this.watch(Intl, 'Intl', LOCAL_CLASSES);
    // Packages sort and write dates too: only what an app's own line asks is told.
    for (const [holder, label, names] of LOCAL_METHODS) this.watch(holder, label, names, undefined, callerOf);
    this.watch(os, 'os', ['hostname', 'userInfo', 'homedir'], (name, real) =>
      name === 'userInfo' ? { ...Object(real), username: 'somebody-else' } : `other-${name}`,
    );
    this.watch(fs, 'fs', ['readdirSync'], (_name, real) => (Array.isArray(real) ? [...real].reverse() : real));
  }

  /** @returns whether it was called on behalf of an app */
  private note(what: string): boolean {
    return this.noteFrom(stackBelow(this.note), what);
  }

  private noteFrom(stack: string, what: string): boolean {
    const place = this.placeOf({ stack });
    if (place !== undefined) this.add(what, place);
    return place !== undefined;
  }

  private add(what: string, place: SourcePlace): void {
    const key = [this.app, what, place.file, place.line, place.column].join('|');
    if (this.reads.length >= MOST_READS || this.known.has(key)) return;
    this.known.add(key);
    this.reads.push({ app: this.app, what, place });
  }

  /** Replaces functions and classes of a module by ones that note the call and may change the answer. */
  private watch(
    holder: object,
    label: string,
    names: readonly string[],
    change: (name: string, real: unknown) => unknown = (_name, real) => real,
    stackOf = stackBelow,
  ): void {
    for (const name of names) {
      // Not every version of Node has each.
      const real: unknown = Reflect.get(holder, name);
      if (!isFunction(real)) continue;
      const what = `${label}.${name}()`;
      const apply = (target: Any, self: unknown, args: never[]): unknown => {
        this.noteFrom(stackOf(apply), what);
        return change(name, Reflect.apply(target, self, args));
      };
      const construct = (target: Any, args: never[], made: Any): object => {
        this.noteFrom(stackOf(construct), what);
        return Reflect.construct(target, args, made);
      };
      if (!Reflect.set(holder, name, new Proxy(real, { apply, construct })))
        throw new Error(`${what} cannot be watched: Node does not let it be replaced.`);
    }
  }

  /** Notes places in the bundled code where an app says what nothing can watch: a name, not a call. */
  noteNames(file: string, code: string): void {
    for (const [index, text] of code.split('\n').entries()) {
      for (const found of text.startsWith('//') ? [] : text.matchAll(PLACE_NAMES)) {
        this.add(found[0], { file, line: index + 1, column: found.index + 1 });
      }
    }
  }

  /** Gives an app's own lines another value; packages and Node keep the real one. */
  private replaceValue(holder: object, name: string, what: string, other: (real: unknown) => unknown): void {
    let real: unknown = Reflect.get(holder, name);
    const get = (): unknown => (this.noteFrom(callerOf(get), what) ? other(real) : real);
    const set = (value: unknown): void => {
      real = value;
    };
    Object.defineProperty(holder, name, { get, set, configurable: true, enumerable: true });
  }

  private replaceClock(): void {
    const RealDate = Date;
    const now = (): number => RealDate.now() + LATER_MS;
    const noted = (what: string): number => {
      this.note(what);
      return now();
    };
    const construct = (target: DateConstructor, args: unknown[], made: Any | DateConstructor): object => {
      if (args.length > 1) this.noteFrom(callerOf(construct), 'new Date(year, month, …)');
      const given = args.length === 0 ? [noted('new Date()')] : args;
      return Reflect.construct(target, given, made === globalThis.Date ? target : made);
    };
    globalThis.Date = new Proxy(RealDate, {
      construct,
      apply: (target) => new target(noted('Date()')).toString(),
      get: (target, key) => (key === 'now' ? () => noted('Date.now()') : Reflect.get(target, key)),
    });
  }
}

function isFunction(value: unknown): value is Any {
  return typeof value === 'function';
}

/** The line that called, or that had a function of JavaScript itself call: `Object.keys(process.env)`. */
function callerOf(called: Any): string {
  const frames = stackBelow(called, 4).split('\n').slice(1);
  return frames.find((frame) => !frame.endsWith('(<anonymous>)')) ?? '';
}
