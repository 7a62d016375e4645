import { RULES } from '../../checks/registry';

/** What a report says about each rule. */
export const RULE_DESCRIPTIONS = RULES.map(({ id, severity, summary, see }) => ({ id, severity, summary, see }));
