import { fits } from './node-offers';
import type { Requirement } from './node-selection';
import type { NodeSource } from './node-source';

export type Verdict = 'yes' | 'no' | 'unknown';

/** Whether nodes of a source have all of what is required. */
export function verdictOf(all: readonly Requirement[], { offer }: Pick<NodeSource, 'offer'>): Verdict {
  const each = all.map((one) => fits(offer(one.key), one));
  if (each.includes('no')) return 'no';
  return each.includes('unknown') ? 'unknown' : 'yes';
}

/** The best of several verdicts: what one alternative allows is allowed. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
}
