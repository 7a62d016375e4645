import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileSpec } from '../../../src/model/file-spec';
import { messageOf } from '../../support/thrown';
import { compareFiles, writeFiles } from '../../support/write';
import { beforeOpening, type End, NEW, OLD, SCOPE, treeFrom, treeOf, Workshop } from './writing';

let workshop: Workshop;
let root: string;
let out: string;
beforeAll(() => {
  workshop = new Workshop();
});
beforeEach(() => {
  root = workshop.project();
  out = join(root, 'dist');
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => workshop.remove());

const write = (files: readonly FileSpec[] = NEW, durable = false) =>
  writeFiles(out, files, SCOPE, { projectRoot: root, durable });

/** A folder of somebody else, with a file that looks like one of ours. */
function elsewhere(): string {
  const folder = join(root, 'elsewhere');
  mkdirSync(join(folder, 'shop', 'a'), { recursive: true });
  writeFileSync(join(folder, 'shop', 'a', 'service_theirs.yaml'), OLD[0]?.content as string);
  return folder;
}

describe('links in the output', () => {
  it.each(['prod', 'prod/shop', 'prod/gone'])('to a folder, at %s, are neither read nor written through', (path) => {
    const theirs = elsewhere();
    const before = treeOf(theirs);
    rmSync(join(out, path), { recursive: true });
    symlinkSync(theirs, join(out, path));
    expect(compareFiles(out, NEW, SCOPE).foreign).toContain(path);
    if (path === 'prod/gone') write();
    else
      expect(messageOf(() => write())).toBe(
        `dist/${path} is in the way: a folder is needed there.\nfix: remove it; nothing was written.`,
      );
    expect(treeOf(theirs)).toEqual(before);
    expect(lstatSync(join(out, path)).isSymbolicLink()).toBe(true);
  });

  it.each(['prod/shop/shop/deployment_0.yaml', '_bootstrap/prod.yaml'])('to a file, at %s, are refused', (path) => {
    for (const target of [join(root, 'target'), join(root, 'dangling'), join(out, path)]) {
      writeFileSync(join(root, 'target'), NEW.find((file) => file.path === path)?.content as string);
      rmSync(join(out, path), { force: true });
      symlinkSync(target, join(out, path));
      expect(compareFiles(out, NEW, SCOPE).foreign).toContain(path);
      expect(messageOf(() => write())).toContain(`${path} was not made by this tool`);
    }
    expect(existsSync(join(root, 'dangling'))).toBe(false);
  });

  it('that come while the run is writing are seen before the first rename', () => {
    const theirs = elsewhere();
    const before = treeOf(theirs);
    const folder = join(out, 'prod/shop/shop');
    beforeOpening((path) => {
      if (!path.startsWith(folder) || !path.endsWith('-tmp') || existsSync(`${folder}-moved`)) return;
      renameSync(folder, `${folder}-moved`);
      symlinkSync(theirs, folder);
    });
    expect(messageOf(() => write())).toContain('dist/prod/shop/shop is in the way');
    jest.restoreAllMocks();
    expect(treeOf(theirs)).toEqual(before);
    rmSync(folder);
    renameSync(`${folder}-moved`, folder);
    expect(treeOf(out)).toEqual(treeFrom(OLD));
  });

  it('are never part of what is written', () => {
    write();
    const entries = readdirSync(out, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())).toEqual([]);
  });
});

describe('what stands in the way', () => {
  it('a folder in the place of a file is refused before anything changes', () => {
    const path = 'prod/come/a/service_1.yaml';
    mkdirSync(join(out, path), { recursive: true });
    writeFileSync(join(out, path, 'theirs.txt'), 'theirs\n');
    const before = treeOf(out);
    expect(messageOf(() => write())).toBe(
      `${join(out, path)} is a folder: a file is needed there.\nfix: remove it; nothing was written.`,
    );
    expect(treeOf(out)).toEqual(before);
  });

  it('a file that cannot be read is named, by a comparison too', () => {
    beforeOpening((path) => {
      if (path.endsWith('deployment_1.yaml'))
        throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    });
    expect(messageOf(() => compareFiles(out, NEW, SCOPE))).toBe(
      `${join(out, 'prod/shop/shop/deployment_1.yaml')} could not be read: EACCES: permission denied\nfix: make it readable; nothing was written.`,
    );
  });

  it('a disk without room is told with the bytes that are wanted', () => {
    jest.spyOn(fs, 'writeSync').mockImplementation((handle) => {
      if (handle > 2) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return 0;
    });
    expect(messageOf(() => write())).toMatch(
      /could not be written: there is no room for the \d+ bytes to be written \(ENOSPC\); nothing was changed\.\nfix: make room on the disk\.$/,
    );
    jest.restoreAllMocks();
    expect(treeOf(out)).toEqual(treeFrom(OLD));
  });

  it('a disk that gives other bytes back than it took is found out before the first rename', () => {
    const read = fs.readSync;
    jest.spyOn(fs, 'readSync').mockImplementation(((
      handle: number,
      buffer: Buffer,
      ...rest: [number, number, number]
    ) => {
      const count = read(handle, buffer, ...rest);
      // Only what is read back has a position.
      if (rest[2] !== null) buffer.fill(0);
      return count;
    }) as never);
    expect(messageOf(() => write())).toMatch(
      /could not be written: other bytes came back than were written; nothing was changed\.\nfix: check the disk, which failed\.$/,
    );
    jest.restoreAllMocks();
    expect(treeOf(out)).toEqual(treeFrom(OLD));
  });

  it('a file whose bytes are no text is not taken for one with U+FFFD in it', () => {
    const file = { path: 'prod/shop/shop/configmap_text.yaml', content: `${OLD[0]?.content}a: \ufffd\n` };
    write([...NEW, file]);
    expect(write([...NEW, file]).unchanged).toBe(NEW.length + 1);
    const bytes = readFileSync(join(out, file.path), 'latin1');
    writeFileSync(join(out, file.path), bytes.replace('\u00ef\u00bf\u00bd', '\u00ff'), 'latin1');
    expect(compareFiles(out, [...NEW, file], SCOPE).changed).toEqual([file]);
  });

  it('a file that a power cut blanked is written again, though its first line is gone', () => {
    write();
    writeFileSync(join(out, 'prod/shop/shop/deployment_0.yaml'), '');
    writeFileSync(join(out, 'prod/shop/shop/deployment_1.yaml'), Buffer.alloc(4096));
    expect(compareFiles(out, NEW, SCOPE).changed).toHaveLength(2);
    write();
    expect(treeOf(out)).toEqual(treeFrom(NEW));
  });
});

describe('what a run leaves alone', () => {
  it('an unchanged file keeps its time and its mode', () => {
    const kept = join(out, 'prod/shop/shop/configmap_kept-0.yaml');
    chmodSync(kept, 0o600);
    const before = statSync(kept);
    write();
    const after = statSync(kept);
    expect([after.mtimeMs, after.ino, after.mode]).toEqual([before.mtimeMs, before.ino, before.mode]);
  });

  it('its files have the same mode under any umask that lets the owner write', () => {
    const before = process.umask(0o000);
    try {
      write();
    } finally {
      process.umask(before);
    }
    expect(statSync(join(out, 'prod/come/a/service_0.yaml')).mode & 0o777).toBe(0o644);
  });
});

describe('--durable', () => {
  const linesOf = (end: End) => end.trace.map((line) => line.replaceAll(/\.\d+\.cdk8s-eks-tmp/g, '.tmp'));

  it('flushes every file before its rename, and every folder after it and before the first deletion', async () => {
    const { ends } = await workshop.run([{ root, at: 0, kind: 'none', durable: true }]);
    const lines = linesOf(ends[0] as End);
    const at = (line: string) => lines.indexOf(line);
    const inOrder = (what: string, ...places: readonly number[]) =>
      expect([what, places.every((one) => one >= 0), [...places].sort((a, b) => a - b)]).toEqual([what, true, places]);
    const changed = NEW.filter(({ content }) => !OLD.some((old) => old.content === content));
    const isNew = (path: string) => path.startsWith('prod/come/');
    for (const { path } of changed.filter((one) => !isNew(one.path))) {
      const from = `/dist/${path}.tmp`;
      inOrder(path, at(`writeSync ${from}`), at(`fsyncSync ${from}`), at(`renameSync ${from} /dist/${path}`));
    }
    // A folder that comes is flushed whole, with its entries, before it gets its name.
    const come = at('renameSync /dist/prod/come.tmp /dist/prod/come');
    const folders = ['come.tmp', 'come.tmp/a', 'come.tmp/b'].map((folder) => at(`fsyncSync /dist/prod/${folder}`));
    for (const [index, folder] of folders.entries()) inOrder(`folder ${index}`, folder, come);
    for (const { path } of changed.filter((one) => isNew(one.path))) {
      const from = `/dist/${path.replace('come', 'come.tmp')}`;
      inOrder(path, at(`writeSync ${from}`), at(`fsyncSync ${from}`), Math.min(...folders), come);
    }
    const folder = at('fsyncSync /dist/prod/come/a');
    expect(folder).toBeGreaterThan(lines.findLastIndex((line) => /^renameSync (?!\/dist\/prod\/gone\/)/.test(line)));
    expect(folder).toBeLessThan(lines.findIndex((line) => line.startsWith('renameSync /dist/prod/gone/a/')));
    expect(treeOf(out)).toEqual(treeFrom(NEW));
  });

  it('is asked for: Git has the record, and flushing costs time', async () => {
    const { ends } = await workshop.run([{ root, at: 0, kind: 'none' }]);
    expect(linesOf(ends[0] as End).filter((line) => line.startsWith('fsync'))).toEqual([]);
  });
});
