import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { messageOf } from '../model/thrown';

/** A file whose bytes are somewhere. */
export interface KeptFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly bytes: () => Buffer;
}

const CHUNK = 1024 * 1024;
/** Chunks that stay in memory. */
const KEPT_CHUNKS = 32;

/** Some bytes of the spool: where they begin, counted over all chunks. */
interface Chunk {
  readonly from: number;
  /** Absent once they lie on the disk. */
  bytes?: Buffer;
}

/** A chunk in memory. */
interface OpenChunk extends Chunk {
  bytes: Buffer;
}

/**
 * Files that wait until everything has been judged. However many environments there are, memory holds the paths and
 * a fixed amount of content: the rest lies in one temporary file that has no name and goes with the process.
 * Content is kept as bytes, which nobody has to collect and which are what is compared and written.
 */
export class Spool {
  /** The chunk that is being filled. */
  private current: OpenChunk | undefined;
  /** Chunks so far. */
  private count = 0;
  private used = 0;
  private handle: number | undefined;

  constructor(private readonly keptChunks: number = KEPT_CHUNKS) {}

  /** The same file with its content here. @throws ToolError OUTPUT when there is no room for more */
  keep({ path, content }: Pick<FileSpec, 'path' | 'content'>): KeptFile {
    const most = content.length * 3;
    const chunk =
      this.current !== undefined && this.used + most <= this.current.bytes.length
        ? this.current
        : this.open(Math.max(CHUNK, most));
    const start = this.used;
    this.used += chunk.bytes.write(content, start, 'utf8');
    return new Spooled(this, path, chunk, start, this.used);
  }

  /** Not to be changed, and gone when the spool closes. @throws Error when the disk does not give back what it was given */
  read(chunk: Chunk, start: number, end: number): Buffer {
    if (chunk.bytes !== undefined) return chunk.bytes.subarray(start, end);
    if (this.handle === undefined) throw new Error('the temporary file of this run is closed.');
    const bytes = Buffer.allocUnsafe(end - start);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(this.handle, bytes, at, bytes.length - at, chunk.from + start + at);
      if (count === 0) throw new Error('the temporary file of this run was cut short.');
      at += count;
    }
    return bytes;
  }

  close(): void {
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  private open(size: number): OpenChunk {
    const last = this.current;
    if (last !== undefined && this.count >= this.keptChunks) this.store(last);
    const chunk = { from: last === undefined ? 0 : last.from + this.used, bytes: Buffer.allocUnsafeSlow(size) };
    this.current = chunk;
    this.count += 1;
    this.used = 0;
    return chunk;
  }

  private store(chunk: OpenChunk): void {
    const stored: Chunk = chunk;
    try {
      this.handle ??= openNameless();
      for (let at = 0; at < this.used; ) at += writeSync(this.handle, chunk.bytes, at, this.used - at, chunk.from + at);
    } catch (error) {
      const message = `${tmpdir()} cannot hold the files until all are rendered: ${messageOf(error)}; nothing was changed.`;
      throw new ToolError('OUTPUT', [{ message, fix: 'make room there, or name another folder with TMPDIR.' }], {
        cause: error,
      });
    }
    delete stored.bytes;
  }
}

class Spooled implements KeptFile {
  constructor(
    private readonly spool: Spool,
    readonly path: string,
    private readonly chunk: Chunk,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get size(): number {
    return this.end - this.start;
  }

  bytes(): Buffer {
    return this.spool.read(this.chunk, this.start, this.end);
  }
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-'));
  try {
    return openSync(join(folder, 'spool'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
