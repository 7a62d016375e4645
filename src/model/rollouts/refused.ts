import type { FieldVerdict } from '../field-verdict';

/** What happens to a Rollout that its controller does not take. */
export const REFUSED = 'the controller refuses the Rollout (InvalidSpec), and no new version starts';

/** Takes what is wrong with one field. */
export type Told = (verdict: FieldVerdict) => void;
