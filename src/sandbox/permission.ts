import { codeOf, textOf } from '../model/thrown';

/** What a Node that started this process can be told. */
export type Allowed = { readonly has: (flag: string) => boolean };

/**
 * Flags that take files, processes, threads and native code away from a Node process.
 * Without any `--allow-…` nothing at all can be read, not even the program itself: it comes over standard input.
 * Node 20 calls the model experimental. SQLite, and on Node 20 trace events, write files behind its back: the one is
 * left out and the other writes nowhere.
 * @see https://nodejs.org/docs/latest-v24.x/api/permissions.html
 */
export function permissionFlags(allowed: Allowed = process.allowedNodeEnvironmentFlags): readonly string[] {
  return [
    allowed.has('--permission') ? '--permission' : '--experimental-permission',
    ...(allowed.has('--experimental-sqlite') ? ['--no-experimental-sqlite'] : []),
    '--trace-event-file-pattern=/dev/null',
    ...(allowed.has('--disable-warning') ? ['--disable-warning=ExperimentalWarning'] : []),
  ];
}

/** Modules of Node that reach files without asking the permission model of every supported version. */
const UNGUARDED: ReadonlySet<string> = new Set(['trace_events', 'sqlite']);

export function isUnguarded(name: string): boolean {
  return UNGUARDED.has(name.replace(/^node:/, ''));
}

const READ = 'import the file as text, or take the value from environment.yaml.';
const BEFORE = 'do it before the rendering and commit what comes of it, or run without --sandbox.';

/** What each permission is about, and what to do without it. */
const WHAT: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  FileSystemRead: ['reads the file system', READ],
  FileSystemWrite: ['writes to the file system', 'leave writing to synth: make an object instead.'],
  ChildProcess: ['starts a process', BEFORE],
  WorkerThreads: ['starts a worker thread', BEFORE],
  WASI: ['starts a WASI program', BEFORE],
  Inspector: ['opens the inspector', BEFORE],
  Net: ['opens a network connection', BEFORE],
};

/** What Node refused, in words, or undefined where an error is something else. */
export function refusalOf(error: unknown): { readonly message: string; readonly fix: string } | undefined {
  const code = codeOf(error);
  if (code === 'ERR_DLOPEN_DISABLED') return told(['loads native code', BEFORE], undefined);
  if (code !== 'ERR_ACCESS_DENIED') return undefined;
  return told(WHAT[textOf(error, 'permission') ?? ''] ?? ['reaches outside', BEFORE], textOf(error, 'resource'));
}

function told([what, fix]: readonly [string, string], resource: string | undefined): { message: string; fix: string } {
  const detail = resource !== undefined && resource !== '' ? ` (${resource})` : '';
  return { message: `the app ${what}${detail}, which --sandbox refuses.`, fix };
}
