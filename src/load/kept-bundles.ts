import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { type FileStamp, isSameStamp, mayBeWrittenSince, stampOf } from '../model/file-stamp';
import type { AppModule } from './app-modules';
import { bundleInputs } from './bundle-inputs';
import type { Bundles } from './bundles';

/** Part of the file name, so that a file of an older form is never read. */
const FORM = 1;
/** In code that finds modules by a pattern: a file that comes later would be one of them. */
const PATTERN = '__glob';
const MONTH = 30 * 24 * 3_600_000;

/** Undefined where nothing is there, which is written as null. */
type State = FileStamp | undefined;

interface Kept {
  readonly states: readonly (readonly [path: string, state: FileStamp | null])[];
  readonly bundles: Bundles['bundles'];
  readonly sources: readonly string[];
  readonly packages: readonly string[];
}

/**
 * What the bundler made of the same modules in an earlier run. It is taken where no file or folder that decides it was
 * written since then; whatever else is wrong with it costs time and nothing else. Worth: the bundler is neither loaded
 * nor started, a twelfth of a run of one app (median of 40 pairs, Node 20.20), and its own work on another core.
 */
export class KeptBundles {
  private readonly file: string;
  /** The bundler, and this program: both are other files after an update. */
  private readonly tools = [join(dirname(require.resolve('esbuild')), '..', 'package.json'), __filename];

  constructor(
    private readonly root: string,
    private readonly modules: readonly AppModule[],
    cache: string,
  ) {
    const paths = modules.map(({ path }) => path);
    const key = [FORM, root, ...this.tools, process.env['ESBUILD_BINARY_PATH'] ?? '', ...paths].join('\0');
    this.file = join(cache, 'bundles', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  }

  read(): Bundles | undefined {
    try {
      const { uid, mode } = statSync(this.file);
      // It is code that will be run: not what others could have written.
      if ((process.getuid !== undefined && uid !== process.getuid()) || (mode & 0o022) !== 0) return undefined;
      const text = readFileSync(this.file, 'utf8');
      const end = text.indexOf('\n');
      if (text.slice(0, end) !== digestOf(text.slice(end + 1))) return undefined;
      const { states, sources, ...others }: Kept = JSON.parse(text.slice(end + 1));
      return states.every(isUnchanged) ? { ...others, sources: new Set(sources) } : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param inputs what the bundler read
   * @param started when it began, in milliseconds since 1970: what may have been written since then is not kept
   */
  write({ bundles, sources, packages }: Bundles, inputs: Metafile['inputs'], started: number): void {
    try {
      const paths = bundleInputs(
        this.root,
        this.modules.map(({ path }) => path),
        inputs,
      );
      if (paths === undefined || bundles.some(({ code }) => code.includes(PATTERN))) return;
      const states = [...paths, ...this.tools].map((path) => [path, stateOf(path)] as const);
      if (states.some(([, state]) => state !== undefined && mayBeWrittenSince(state, started))) return;
      const kept: Kept = {
        states: states.map(([path, state]) => [path, state ?? null]),
        bundles,
        sources: [...sources],
        packages,
      };
      this.replace(JSON.stringify(kept));
    } catch {
      // A folder that cannot be written, or an input that has just been deleted: it is bundled again next time.
    }
  }

  private replace(body: string): void {
    const folder = dirname(this.file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const stats = statSync(join(folder, name), { throwIfNoEntry: false });
      if (stats !== undefined && stats.mtimeMs < Date.now() - MONTH) rmSync(join(folder, name), { force: true });
    }
    const own = join(folder, randomUUID());
    try {
      writeFileSync(own, `${digestOf(body)}\n${body}`, { mode: 0o600 });
      renameSync(own, this.file);
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
  }
}

function stateOf(path: string): State {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && stampOf(stats);
}

function isUnchanged([path, before]: Kept['states'][number]): boolean {
  const now = stateOf(path);
  return now === undefined || before === null ? now === undefined && before === null : isSameStamp(now, before);
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
