import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileStamp, isSameStamp, mayBeWrittenSince, stampOf } from '../../model/file-stamp';

/** Part of the file name, so that a file of an older form is never read. */
const FORM = 1;
const DIGEST = 32;
const HEAD = DIGEST + 4;

/** Where the code of a file lies, counted from the end of the index. */
type Place = readonly [...stamp: FileStamp, start: number, length: number];

interface Index {
  /** Commands whose functions it holds. */
  readonly commands: readonly string[];
  readonly files: Readonly<Record<string, Place>>;
}

const MONTH = 30 * 24 * 3_600_000;

const NOTHING: Index = { commands: [], files: {} };

export interface Code {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly data: Buffer;
}

/**
 * Compiled code of many files in one: a digest of the rest, the length of the index, the index, the code. V8 refuses
 * code of another engine, and takes what is damaged for granted: hence the digest. It is code that will be run, so a
 * file that others could have written is not read.
 */
export class CodeStore {
  private readonly file: string;
  private readonly index: Index;
  private readonly code: Buffer;

  constructor(
    private readonly folder: string,
    packageRoot: string,
  ) {
    const key = [FORM, process.version, process.arch, packageRoot].join('\0');
    this.file = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.bin`);
    const read = readStore(this.file);
    this.index = read?.index ?? NOTHING;
    this.code = read?.code ?? Buffer.alloc(0);
  }

  knows(command: string): boolean {
    return this.index.commands.includes(command);
  }

  find(path: string, stamp: FileStamp): Buffer | undefined {
    const place = Object.hasOwn(this.index.files, path) ? this.index.files[path] : undefined;
    return place === undefined || !isSameStamp(stamp, place) ? undefined : this.dataAt(place);
  }

  /** Keeps code beside that of files which this run did not need. Where it cannot be written, nothing is kept. */
  write(command: string, code: readonly Code[]): void {
    const own = join(this.folder, randomUUID());
    try {
      const settled = code.filter(({ stamp }) => !mayBeWrittenSince(stamp, performance.timeOrigin));
      const now = new Set(code.map(({ path }) => path));
      const others = Object.entries(this.index.files).flatMap(([path, place]) =>
        now.has(path) ? [] : this.still(path, place),
      );
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      sweep(this.folder);
      writeFileSync(own, toBytes([...new Set([...this.index.commands, command])], [...settled, ...others]), {
        mode: 0o600,
      });
      renameSync(own, this.file);
    } catch {
      discard(own);
    }
  }

  private still(path: string, place: Place): readonly Code[] {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !isSameStamp(stampOf(stats), place)) return [];
    return [{ path, stamp: stampOf(stats), data: this.dataAt(place) }];
  }

  private dataAt([, , , , start, length]: Place): Buffer {
    return this.code.subarray(start, start + length);
  }
}

function readStore(file: string): { readonly index: Index; readonly code: Buffer } | undefined {
  try {
    const { uid, mode } = statSync(file);
    if ((process.getuid !== undefined && uid !== process.getuid()) || (mode & 0o022) !== 0) return undefined;
    const bytes = readFileSync(file);
    const rest = bytes.subarray(DIGEST);
    if (!digestOf(rest).equals(bytes.subarray(0, DIGEST))) return undefined;
    const end = HEAD + bytes.readUInt32LE(DIGEST);
    const index: Index = JSON.parse(bytes.toString('utf8', HEAD, end));
    return { index, code: bytes.subarray(end) };
  } catch {
    return undefined;
  }
}

function toBytes(commands: readonly string[], code: readonly Code[]): Buffer {
  const files: Record<string, Place> = {};
  let start = 0;
  for (const { path, stamp, data } of code) {
    files[path] = [...stamp, start, data.length];
    start += data.length;
  }
  const index = Buffer.from(JSON.stringify({ commands, files } satisfies Index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  const rest = Buffer.concat([length, index, ...code.map(({ data }) => data)]);
  return Buffer.concat([digestOf(rest), rest]);
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Removes what nobody has written for a month: its package may be gone. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stats !== undefined && stats.mtimeMs < Date.now() - MONTH) rmSync(join(folder, name), { force: true });
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was written, so nothing is left to remove.
  }
}
