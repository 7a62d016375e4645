import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Code, CodeStore } from '../../../src/cli/compiled/store';
import { stampOf } from '../../../src/model/file-stamp';

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cdk8s-eks-code-'));
  folder = join(base, 'code');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const store = (root = '/package') => new CodeStore(folder, root);

/** Code of a file that has been there for a while; Node's own files are older than this process. */
function code(path = __filename, text = 'compiled'): Code {
  return { path, stamp: stampOf(statSync(path)), data: Buffer.from(text) };
}

const stored = (): string => join(folder, readdirSync(folder)[0] ?? 'nothing');
const found = (path = __filename) =>
  store()
    .find(path, stampOf(statSync(path)))
    ?.toString();

describe('compiled code is kept from run to run', () => {
  it('is found again, for the command that made it', () => {
    store().write('synth', [code()]);
    expect(found()).toBe('compiled');
    expect([store().knows('synth'), store().knows('check')]).toEqual([true, false]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is not found for a file that was written since', () => {
    store().write('synth', [code()]);
    const [inode, size, modified, changed] = stampOf(statSync(__filename));
    for (const stamp of [
      [inode + 1, size, modified, changed],
      [inode, size + 1, modified, changed],
      [inode, size, modified + 1, changed],
      [inode, size, modified, changed + 1],
    ] as const)
      expect(store().find(__filename, stamp)).toBeUndefined();
  });

  it('is not kept of a file that was written while this process ran', () => {
    const young = join(base, 'young.js');
    writeFileSync(young, 'x');
    store().write('synth', [code(young), code()]);
    expect([found(young), found()]).toEqual([undefined, 'compiled']);
  });

  it('of files that this run did not need stays, unless they are gone or were written', () => {
    const other = join(__dirname, '..', '..', '..', 'package.json');
    store().write('synth', [code(other, 'other'), code()]);
    store().write('check', [code(__filename, 'newer')]);
    expect([found(other), found()]).toEqual(['other', 'newer']);
    expect([store().knows('synth'), store().knows('check')]).toEqual([true, true]);
  });

  it('of another package lies in a file of its own', () => {
    store().write('synth', [code()]);
    expect(store('/other').find(__filename, code().stamp)).toBeUndefined();
    store('/other').write('synth', [code()]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('vanishes after a month in which nobody wrote it', () => {
    store('/gone').write('synth', [code()]);
    const before = stored();
    utimesSync(before, 0, 0);
    store().write('synth', [code()]);
    expect([existsSync(before), readdirSync(folder).length]).toEqual([false, 1]);
  });
});

describe('what cannot be trusted is not used', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ['longer than it was', (file) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]))],
    ['of one bit that is not as it was', flipped],
    ['empty', (file) => writeFileSync(file, '')],
    ['garbage', (file) => writeFileSync(file, 'garbage '.repeat(100))],
    ['writable for others', (file) => chmodSync(file, 0o666)],
  ];

  it.each(damages)('a file that is %s', (_name, damage) => {
    store().write('synth', [code()]);
    expect(found()).toBe('compiled');
    damage(stored());
    expect(found()).toBeUndefined();
    expect(store().knows('synth')).toBe(false);
    store().write('synth', [code(__filename, 'again')]);
    expect(found()).toBe('again');
  });

  it('a folder that cannot be made is silent, and leaves nothing', () => {
    writeFileSync(folder, 'a file');
    store().write('synth', [code()]);
    expect(found()).toBeUndefined();
    expect(readdirSync(base)).toEqual(['code']);
  });
});

function flipped(file: string): void {
  const bytes = readFileSync(file);
  const last = bytes.length - 1;
  bytes.writeUInt8((bytes[last] ?? 0) ^ 1, last);
  writeFileSync(file, bytes);
}
