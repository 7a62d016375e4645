import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that goes with the test; programs in it are real ones, of a few lines. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'cdk8s-eks-referee-'));

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** A program in JavaScript, in a folder that may stand on PATH. */
  program(name: string, body: string): string {
    const path = this.write(name, `#!${process.execPath}\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
