import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Declarations } from '../../scripts/api/declarations';

/** Hands on a reader of declarations, as if the compiler had written these files. */
export function withEmitted<T>(files: Readonly<Record<string, string>>, use: (declarations: Declarations) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-declarations-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, `${file}.d.ts`), text);
    }
    return use(new Declarations(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
