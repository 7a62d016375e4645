import type { RenderProgress } from '../run/survey/run-options';
import type { Output } from './output';

/** An estimate is shown once there is enough to base it on, and in long runs only. */
const GUESS_AFTER_SECONDS = 2;

/** `rendering prod › shop (3 of 20)`; in a long run also how long it will go on, by what it took so far. */
export function progressLine({ environment, app, done, total }: RenderProgress, seconds: number): string {
  const line = `rendering ${environment} › ${app} (${grouped(done)} of ${grouped(total)}`;
  if (seconds < GUESS_AFTER_SECONDS || done < 2) return `${line})`;
  // The app that is named has only begun.
  const left = (seconds / (done - 1)) * (total - done + 1);
  return `${line}, about ${left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`} left)`;
}

/** @param started `performance.now()` of the beginning */
export function showProgress(output: Output, started: number): (progress: RenderProgress) => void {
  return (progress) => output.progress(progressLine(progress, (performance.now() - started) / 1000));
}

/** `writing 600,000 files` */
export function writingLine(files: number): string {
  return `writing ${grouped(files)} files`;
}

/** `600,000`, as `toLocaleString` writes it; that would first load all locales. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
