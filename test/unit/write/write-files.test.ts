import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileSpec, headerLine } from '../../../src/model/file-spec';
import { messageOf } from '../../support/thrown';
import { compareFiles, writeFiles } from '../../support/write';

const HEADER = headerLine('apps/shop.ts');
const file = (path: string, body: string): FileSpec => ({ path, content: `${HEADER}${body}\n` });
const OLD = Array.from({ length: 20 }, (_, i) => file(`prod/shop/shop/configmap_${i}.yaml`, `old: ${i}`));
const NEW = [
  ...OLD.slice(0, 5),
  ...OLD.slice(5, 15).map(({ path }) => file(path, 'new: true')),
  ...Array.from({ length: 5 }, (_, i) => file(`prod/other/a/service_${i}.yaml`, 'new: true')),
];
const SCOPE = ['prod/'];

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-write-'));
  out = join(root, 'dist');
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const write = (files: readonly FileSpec[]) => writeFiles(out, files, SCOPE, { projectRoot: root });

function tree(folder = root): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) found[path.slice(root.length + 1)] = readFileSync(path, 'utf8');
  }
  return found;
}

const rendered = (files: readonly FileSpec[]) =>
  Object.fromEntries(files.map(({ path, content }) => [`dist/${path}`, content]));

type Call = 'openSync' | 'writeSync' | 'closeSync' | 'mkdirSync' | 'renameSync' | 'rmSync';

/** Whether writing the new tree fails where a call is refused: the one of that number among those that count. */
function failsAt(name: Call, at: number, code: string, counts: (args: readonly unknown[]) => boolean): boolean {
  let calls = 0;
  const original = fs[name] as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(fs, name as 'openSync').mockImplementation(((...args: unknown[]) => {
    if (counts(args) && ++calls === at)
      throw Object.assign(new Error(`${code}: injected`), { code, path: String(args[0]) });
    return original.apply(fs, args);
  }) as never);
  try {
    write(NEW);
    return false;
  } catch {
    return true;
  } finally {
    spy.mockRestore();
  }
}

describe('writing the output', () => {
  it('brings the folder to the rendered set, leaves unchanged files alone, and does nothing the second time', () => {
    write(OLD);
    const kept = join(out, 'prod/shop/shop/configmap_0.yaml');
    const before = statSync(kept).mtimeMs;
    const result = write(NEW);
    expect([result.written.length, result.unchanged, result.removed.length]).toEqual([15, 5, 5]);
    expect(tree()).toEqual(rendered(NEW));
    expect(statSync(kept).mtimeMs).toBe(before);
    expect(write(NEW)).toEqual({ written: [], unchanged: 20, removed: [] });
  });

  it('touches nothing outside its scope, no file of somebody else, and removes folders it emptied', () => {
    mkdirSync(join(out, 'dev/shop'), { recursive: true });
    writeFileSync(join(out, 'dev/shop/mine.yaml'), `${HEADER}a: 1\n`);
    write(OLD);
    writeFileSync(join(out, 'prod/shop/README.md'), 'notes\n');
    write([]);
    expect(tree()).toEqual({ 'dist/dev/shop/mine.yaml': `${HEADER}a: 1\n`, 'dist/prod/shop/README.md': 'notes\n' });
    expect(existsSync(join(out, 'prod/shop/shop'))).toBe(false);
    expect(compareFiles(out, [], SCOPE).foreign).toEqual(['prod/shop/README.md']);
  });

  it('refuses to replace a file of somebody else, and writes nothing', () => {
    mkdirSync(join(out, 'prod/shop/shop'), { recursive: true });
    writeFileSync(join(out, 'prod/shop/shop/configmap_3.yaml'), 'mine: true\n');
    const before = tree();
    expect(messageOf(() => write(OLD))).toBe(
      'prod/shop/shop/configmap_3.yaml was not made by this tool (its first line says so), and an object is rendered to that path.\nfix: move the file away; nothing was written.',
    );
    expect(tree()).toEqual(before);
  });

  it('leaves the old tree, byte for byte, when anything fails before the first rename', () => {
    write(OLD);
    const before = tree();
    let points = 0;
    for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EIO']) {
      for (const name of ['openSync', 'writeSync', 'closeSync', 'mkdirSync'] as const) {
        const counts = ([path]: readonly unknown[]) => name !== 'openSync' || String(path).includes('cdk8s-eks-tmp');
        for (let at = 1; failsAt(name, at, code, counts); at++) {
          points += 1;
          expect(tree()).toEqual(before);
        }
        write(OLD);
      }
    }
    expect(points).toBeGreaterThan(40);
  });

  it('takes back what it did after a failure among the renames', () => {
    write(OLD);
    const before = tree();
    let points = 0;
    for (let failed = true; failed; ) {
      let calls = 0;
      const original = fs.renameSync;
      const spy = jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
        calls += 1;
        if (calls === points + 1) throw Object.assign(new Error('EIO: injected'), { code: 'EIO', path: String(from) });
        original(from, to);
      });
      try {
        write(NEW);
        failed = false;
      } catch {
        points += 1;
        expect(tree()).toEqual(before);
      }
      spy.mockRestore();
    }
    // Ten files change, a folder of five comes, five files go.
    expect([points, tree()]).toEqual([16, rendered(NEW)]);
  });

  it('is done once all renames are: what was there before is let go, or swept by the next run', () => {
    write(OLD);
    const original = fs.rmSync;
    jest.spyOn(fs, 'rmSync').mockImplementation((path, options) => {
      if (String(path).includes('.before.')) throw Object.assign(new Error('EIO: injected'), { code: 'EIO' });
      original(path, options);
    });
    write(NEW);
    jest.restoreAllMocks();
    expect(Object.keys(tree()).filter((path) => path.endsWith('.cdk8s-eks-tmp'))).toHaveLength(15);
    expect(compareFiles(out, NEW, SCOPE)).toMatchObject({ missing: [], changed: [], stale: [], foreign: [] });
    write(NEW);
    expect(tree()).toEqual(rendered(NEW));
  });

  it('sweeps what a killed run left, and takes over the lock of a dead owner', () => {
    mkdirSync(join(out, 'prod/shop/shop'), { recursive: true });
    writeFileSync(join(out, 'prod/shop/shop/configmap_1.yaml.999.cdk8s-eks-tmp'), 'half');
    for (const folder of ['prod.998.cdk8s-eks-tmp/shop/shop', 'prod/shop/other.999.cdk8s-eks-tmp']) {
      mkdirSync(join(out, folder), { recursive: true });
      writeFileSync(join(out, folder, 'configmap_1.yaml'), `${HEADER}half`);
    }
    writeFileSync(join(root, '.dist.cdk8s-eks.lock'), `999999999@${hostname()}\n`);
    write(OLD);
    expect(tree()).toEqual(rendered(OLD));
  });

  it('refuses to run beside another run', () => {
    writeFileSync(join(root, '.dist.cdk8s-eks.lock'), `${process.ppid}@${hostname()}\n`);
    expect(messageOf(() => write(OLD))).toBe(
      `another run (${process.ppid}@${hostname()}) is writing ${out}.\nfix: wait for it to end; if it is gone, delete ${join(root, '.dist.cdk8s-eks.lock')}.`,
    );
  });

  it('8.5 refuses a link that leads nowhere as what it is', () => {
    symlinkSync(join(root, 'gone'), out);
    expect(messageOf(() => write(OLD))).toBe(
      `${out} is a symbolic link; files written through it would land somewhere else.\nfix: replace the link by a folder.`,
    );
  });

  it('follows no link, and refuses folders that a mistake would make costly', () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(join(elsewhere, 'prod'), { recursive: true });
    symlinkSync(elsewhere, out);
    expect(messageOf(() => write(OLD))).toBe(
      `${out} is a symbolic link; files written through it would land somewhere else.\nfix: replace the link by a folder.`,
    );
    rmSync(out);
    mkdirSync(join(out, 'prod'), { recursive: true });
    symlinkSync(elsewhere, join(out, 'prod', 'shop'));
    expect(messageOf(() => write(OLD))).toBe(
      'dist/prod/shop is in the way: a folder is needed there.\nfix: remove it; nothing was written.',
    );
    expect(readdirSync(elsewhere)).toEqual(['prod']);
    for (const folder of ['/', homedir(), root, join(root, '.git', 'x')]) {
      expect(() => writeFiles(folder, OLD, SCOPE, { projectRoot: root })).toThrow(
        /cannot be the output folder|lies inside .git/,
      );
    }
  });
});
