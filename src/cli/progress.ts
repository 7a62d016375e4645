import type { RenderProgress } from '../pipeline/render-environments';

/** `rendering prod › shop (3 of 20)` */
export function progressLine(progress: RenderProgress): string {
  return `rendering ${progress.environment} › ${progress.app} (${progress.done} of ${progress.total})`;
}
