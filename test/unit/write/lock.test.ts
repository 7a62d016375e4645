import { spawn, spawnSync } from 'node:child_process';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../src/write/lock';
import { ownText } from '../../../src/write/lock-owner';
import { messageOf } from '../../support/thrown';

/** Where the system shows when a process started. */
const onLinux = existsSync('/proc/self/stat') ? it : it.skip;
const HOUR_S = 3600;
const [, , PLACE = ''] = ownText('x').split(' ');

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-lock-'));
  file = join(root, '.dist.cdk8s-eks.lock');
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

/** `taken` when the lock of somebody else did not hold the run up; what is said otherwise. */
function outcome(): string {
  try {
    const said = withLock(join(root, 'dist'), () => 'taken');
    expect(readdirSync(root)).toEqual([]);
    return said;
  } catch (error) {
    return (error as Error).message;
  }
}

const held = (name: string) =>
  `another run (${name}) is writing ${join(root, 'dist')}.\nfix: wait for it to end; if it is gone, delete ${file}.`;
const lock = (text: string, seconds = Date.now() / 1000) => {
  fs.writeFileSync(file, `${text}\n`);
  utimesSync(file, seconds, seconds);
};
const startOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ')[19];

describe('a lock of a process', () => {
  onLinux('4.7 whose number another process has now is taken over', () => {
    lock(`${process.ppid}@${hostname()} x ${PLACE} 1`);
    expect(outcome()).toBe('taken');
  });

  onLinux('4.7 that lives is respected, however old it is', () => {
    lock(`${process.ppid}@${hostname()} x ${PLACE} ${startOf(process.ppid)}`, Date.now() / 1000 - 2 * HOUR_S);
    expect(outcome()).toBe(held(`${process.ppid}@${hostname()}`));
  });

  it('4.7 with the number of this run is taken over', () => {
    lock(`${process.pid}@${hostname()} x`);
    expect(outcome()).toBe('taken');
    lock(ownText('x').trim());
    expect(outcome()).toBe('taken');
  });

  onLinux('4.7 that ended, and that its parent has not asked about, is taken over', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const pid = await new Promise<number>((done) => parent.stdout.on('data', (text) => done(Number(text))));
      while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1')))
        await new Promise((done) => setTimeout(done, 10));
      lock(`${pid}@${hostname()} x ${PLACE} ${startOf(pid)}`);
      expect(outcome()).toBe('taken');
    } finally {
      parent.kill('SIGKILL');
    }
  });

  it('4.7 that does not say when it started holds for an hour at most', () => {
    lock(`${process.ppid}@${hostname()} x`);
    expect(outcome()).toBe(held(`${process.ppid}@${hostname()}`));
    lock(`${process.ppid}@${hostname()} x`, Date.now() / 1000 - HOUR_S);
    expect(outcome()).toBe('taken');
  });

  it('4.7 is looked for by its number where the system shows no more', () => {
    const read = fs.readFileSync;
    jest.spyOn(fs, 'readFileSync').mockImplementation(((path: string, ...rest: [BufferEncoding]) => {
      if (path.startsWith('/proc/')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      return read(path, ...rest);
    }) as never);
    expect(ownText('x')).toBe(`${process.pid}@${hostname()} x - -\n`);
    lock(`${process.ppid}@${hostname()} x ${PLACE} 1`);
    expect(outcome()).toBe(held(`${process.ppid}@${hostname()}`));
    lock(ownText('x').trim());
    expect(outcome()).toBe('taken');
    lock(`999999999@${hostname()} x`);
    expect(outcome()).toBe('taken');
  });
});

describe('a lock of a process that nobody here can ask about', () => {
  it('4.7 on another host counts for an hour, and not until a date in the future', () => {
    const now = Date.now() / 1000;
    const seen = [-HOUR_S, -HOUR_S + 60, 60, 10 * 60, 365 * 24 * HOUR_S].map((from) => {
      lock('1@somewhere.else x', now + from);
      return outcome() === 'taken';
    });
    expect(seen).toEqual([true, false, false, true, true]);
  });

  onLinux('4.7 of an earlier boot or of another container counts until then, and for an hour at most', () => {
    const now = Date.now() / 1000;
    const started = now - uptime();
    lock(`${process.ppid}@${hostname()} x other/pid:[1] 1`, started - 60);
    expect(outcome()).toBe('taken');
    lock(`${process.ppid}@${hostname()} x other/pid:[1] 1`, now);
    expect(outcome()).toBe(held(`${process.ppid}@${hostname()}`));
    lock(`999999999@${hostname()} x other/pid:[1] 1`, now - HOUR_S);
    expect(outcome()).toBe('taken');
  });

  it('4.7 that a power cut emptied, and the lock of its heir too, hold nobody up', () => {
    lock('');
    const both = withLock(join(root, 'dist'), () => readdirSync(root));
    expect(both).toHaveLength(2);
    for (const name of both) fs.writeFileSync(join(root, name), '');
    expect(outcome()).toBe('taken');
  });
});

describe('what is not a file, in the place of a lock', () => {
  it.each<[string, () => unknown]>([
    ['a named pipe', () => expect(spawnSync('mkfifo', [file]).status).toBe(0)],
    ['a folder', () => mkdirSync(file)],
    ['a link', () => symlinkSync('/dev/zero', file)],
  ])('4.7 is refused at once: %s', (_what, make) => {
    make();
    expect(outcome()).toBe(
      `${file} is not a file: the lock of the output folder belongs there, so no run can write.\nfix: delete ${file}; nothing was changed.`,
    );
  });

  it('4.7 is refused at once: a socket', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(file, done));
    expect(messageOf(() => withLock(join(root, 'dist'), () => 'taken'))).toContain(`${file} is not a file: `);
    await new Promise((done) => server.close(done));
  });
});
