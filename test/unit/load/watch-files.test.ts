import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FileWatch, watchFiles } from '../../../src/load/watch-files';

const FILE = 'environments/dev/environment.yaml';
let root: string;
let watching: FileWatch;
let heard: (paths: readonly string[]) => void;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-watched-'));
  write(FILE);
  write('environments/defaults.yaml');
  watching = watchFiles(root, (paths) => heard(paths));
  watching.add('environments', true);
});
afterEach(() => {
  watching.close();
  rmSync(root, { recursive: true, force: true });
});

let count = 0;
function write(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  count += 1;
  writeFileSync(join(root, path), `a: ${count}\n`);
}
/** As Git and editors do: the new file has another inode. */
function replace(path: string): void {
  rmSync(join(root, path));
  write(path);
}
function moveInto(path: string): void {
  write(`${path}.new`);
  renameSync(join(root, `${path}.new`), join(root, path));
}
function replaceFolder(folder: string): void {
  rmSync(join(root, folder), { recursive: true });
  write(FILE);
}

/** Waits until a file is told of, as long as the test may take. */
function told(path: string, change: () => void): Promise<void> {
  return new Promise((resolve) => {
    heard = (paths) => paths.includes(path) && resolve();
    change();
  });
}

describe('watching files', () => {
  it.each<[string, () => void]>([
    ['a file that is deleted and made again', () => replace(FILE)],
    ['a file that another takes the place of', () => moveInto(FILE)],
    ['a folder that is deleted and made again', () => replaceFolder('environments/dev')],
    ['all folders', () => replaceFolder('environments')],
  ])('2.4 sees, and goes on to see, what Git and editors replace: %s', async (_what, change) => {
    for (let time = 0; time < 2; time++) {
      await told(FILE, change);
      await told(FILE, () => write(FILE));
    }
  });

  it('2.4 sees a folder that is new, and what is written there later', async () => {
    await told('environments/new/deep/release.yaml', () => write('environments/new/deep/release.yaml'));
    await told('environments/new/deep/release.yaml', () => replace('environments/new/deep/release.yaml'));
    await told('environments/new/deep/release.yaml', () => write('environments/new/deep/release.yaml'));
  });
});
