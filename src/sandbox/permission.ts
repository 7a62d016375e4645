/** What a Node that started this process can be told. */
export type Allowed = { readonly has: (flag: string) => boolean };

/**
 * Flags that take files, processes, threads and native code away from a Node process.
 * Without any `--allow-…` nothing at all can be read, not even the program itself: it comes over standard input.
 * Node 20 calls the model experimental; SQLite writes files behind its back wherever it is built in.
 * @see https://nodejs.org/docs/latest-v24.x/api/permissions.html
 */
export function permissionFlags(allowed: Allowed = process.allowedNodeEnvironmentFlags): readonly string[] {
  return [
    allowed.has('--permission') ? '--permission' : '--experimental-permission',
    ...(allowed.has('--experimental-sqlite') ? ['--no-experimental-sqlite'] : []),
    '--disable-warning=ExperimentalWarning',
  ];
}

/** Modules of Node that reach files without asking the permission model of every supported version. */
const UNGUARDED: ReadonlySet<string> = new Set(['trace_events', 'sqlite']);

export function isUnguarded(name: string): boolean {
  return UNGUARDED.has(name.replace(/^node:/, ''));
}

interface Denied {
  readonly code?: unknown;
  readonly permission?: unknown;
  readonly resource?: unknown;
}

const WHAT: Readonly<Record<string, string>> = {
  FileSystemRead: 'reads the file system',
  FileSystemWrite: 'writes to the file system',
  ChildProcess: 'starts a process',
  WorkerThreads: 'starts a worker thread',
  WASI: 'starts a WASI program',
  Inspector: 'opens the inspector',
};

/** What Node refused, in words, or undefined where an error is something else. */
export function refusalOf(error: unknown): { readonly message: string; readonly fix: string } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, permission, resource } = error as Denied;
  if (code === 'ERR_DLOPEN_DISABLED') return told('loads native code', '');
  if (code !== 'ERR_ACCESS_DENIED') return undefined;
  const what = WHAT[String(permission)] ?? 'reaches outside';
  return told(what, typeof resource === 'string' && resource !== '' ? ` (${resource})` : '');
}

function told(what: string, detail: string): { message: string; fix: string } {
  return {
    message: `the app ${what}${detail}, which --sandbox refuses: what is rendered would depend on one machine.`,
    fix: 'import the file as text, or take the value from environment.yaml.',
  };
}
