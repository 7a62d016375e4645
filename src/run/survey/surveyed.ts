import type { Pin } from '../../model/pin';
import type { Project } from './project';
import type { Survey } from './survey';

/** All that was rendered and judged, and of what. */
export interface Surveyed extends Survey {
  readonly project: Project;
  /** Environments that were rendered from an older revision. */
  readonly pins: readonly Pin[];
}
