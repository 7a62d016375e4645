import { oneLine, sendable } from '../grammar/visible-text';
import { wrapped } from '../report/wrap';
import { CLEAR_LINE, noteResult, widthOf } from './report-error';

/** What a command may say, and where: results to stdout, everything else to stderr. */
export interface Output {
  readonly result: (text: string) => void;
  /** A result for people: on a terminal, its lines are wrapped. */
  readonly text: (text: string) => void;
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

/**
 * `NO_COLOR` decides first, then `FORCE_COLOR`, each where it holds a text.
 * @see https://no-color.org and https://force-color.org
 */
export function wantsColour({ isTTY }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return isTTY === true && env['TERM'] !== 'dumb';
}

export function terminalOutput(flags: OutputFlags): Output {
  const live = process.stderr.isTTY === true && flags.quiet !== true;
  const colour = wantsColour(process.stdout, process.env);
  // What apps print meanwhile passes a net that would show these controls.
  const toStderr = process.stderr.write.bind(process.stderr);
  let shown = false;
  let drawn = 0;
  const clear = (): void => {
    if (shown) toStderr(CLEAR_LINE);
    shown = false;
  };
  const error = (text: string): void => {
    clear();
    toStderr(`${wrapped(sendable(text, { colour: false }), widthOf(process.stderr))}\n`);
  };
  const log = (text: string): void => {
    if (flags.quiet !== true) error(text);
  };
  const result = (text: string): void => {
    clear();
    noteResult();
    const harmless = sendable(text, { colour });
    process.stdout.write(harmless.endsWith('\n') || text === '' ? harmless : `${harmless}\n`);
  };
  return {
    result,
    text: (text) => result(wrapped(text, widthOf(process.stdout))),
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
      toStderr(oneLine(text).slice(0, Math.max(1, (process.stderr.columns ?? 80) - 1)));
      shown = true;
    },
    live,
    colour,
  };
}
