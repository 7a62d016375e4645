import { oneLine, sendable } from '../grammar/visible-text';

/** What a command may say, and where: results to stdout, everything else to stderr. */
export interface Output {
  readonly result: (text: string) => void;
  readonly log: (text: string) => void;
  /** Also with `--quiet`. */
  readonly error: (text: string) => void;
  /** Only with `--verbose`. */
  readonly detail: (text: string) => void;
  /**
   * Overwrites one line of a terminal; silent in a pipe. An empty text clears it.
   * @param must for what would not be told again
   */
  readonly progress: (text: string, must?: boolean) => void;
  /** Whether progress is shown at all. */
  readonly live: boolean;
  readonly colour: boolean;
}

export interface OutputFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Milliseconds between two states of the progress line. */
const REDRAW_MS = 50;
const CLEAR_LINE = '\r\u001b[2K';

export function terminalOutput(flags: OutputFlags): Output {
  const live = process.stderr.isTTY === true && flags.quiet !== true;
  const colour =
    process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
  let shown = false;
  let drawn = 0;
  const clear = (): void => {
    if (shown) process.stderr.write(CLEAR_LINE);
    shown = false;
  };
  const error = (text: string): void => {
    clear();
    process.stderr.write(`${sendable(text, { colour: false })}\n`);
  };
  const log = (text: string): void => {
    if (flags.quiet !== true) error(text);
  };
  return {
    result(text) {
      clear();
      const harmless = sendable(text, { colour });
      process.stdout.write(harmless.endsWith('\n') || text === '' ? harmless : `${harmless}\n`);
    },
    log,
    error,
    detail(text) {
      if (flags.verbose === true) log(text);
    },
    progress(text, must = false) {
      if (!live) return;
      if (text === '') return clear();
      // A terminal takes longer to draw a line than a small app to render.
      if (!must && performance.now() - drawn < REDRAW_MS) return;
      drawn = performance.now();
      clear();
      process.stderr.write(oneLine(text).slice(0, Math.max(1, (process.stderr.columns ?? 80) - 1)));
      shown = true;
    },
    live,
    colour,
  };
}
