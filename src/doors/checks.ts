/** The door `cdk8s-eks/checks`: all rules, for other programs. */
export type { Finding, Severity, Summary, Verdict } from '../model/finding';
export { summarize } from '../model/finding';
export { checkManifests, checkProject } from '../run/commands/check';
export { RULE_DESCRIPTIONS } from '../run/survey/check-environment';
