import { isUnguarded, permissionFlags, refusalOf } from '../../../src/sandbox/permission';

const TRACES = '--trace-event-file-pattern=/dev/null';
const WARNING = '--disable-warning=ExperimentalWarning';

describe('flags of the permission model', () => {
  it('are those that a version of Node knows', () => {
    expect(permissionFlags(new Set())).toEqual(['--experimental-permission', TRACES]);
    expect(permissionFlags(new Set(['--experimental-permission', '--disable-warning']))).toEqual([
      '--experimental-permission',
      TRACES,
      WARNING,
    ]);
    const recent = new Set(['--permission', '--experimental-sqlite', '--disable-warning']);
    expect(permissionFlags(recent)).toEqual(['--permission', '--no-experimental-sqlite', TRACES, WARNING]);
  });

  it('allow nothing', () => {
    expect(permissionFlags().filter((flag) => flag.startsWith('--allow'))).toEqual([]);
  });
});

describe('what Node refused, in words', () => {
  it('names the file or the program where Node does', () => {
    const denied = { code: 'ERR_ACCESS_DENIED', permission: 'FileSystemRead', resource: '/etc/passwd' };
    expect(refusalOf(denied)).toEqual({
      message: 'the app reads the file system (/etc/passwd), which --sandbox refuses.',
      fix: 'import the file as text, or take the value from environment.yaml.',
    });
    expect(refusalOf({ ...denied, permission: 'ChildProcess', resource: '' })).toEqual({
      message: 'the app starts a process, which --sandbox refuses.',
      fix: 'do it before the rendering and commit what comes of it, or run without --sandbox.',
    });
  });

  it('has words for a permission of the future', () => {
    expect(refusalOf({ code: 'ERR_ACCESS_DENIED', permission: 'Moon' })?.message).toBe(
      'the app reaches outside, which --sandbox refuses.',
    );
  });

  it('leaves other errors alone', () => {
    expect([refusalOf(new Error('x')), refusalOf(undefined), refusalOf('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('modules that reach files unasked', () => {
  it('are known with and without node:', () => {
    expect(['node:sqlite', 'trace_events', 'fs', 'node:path'].map(isUnguarded)).toEqual([true, true, false, false]);
  });
});
