/** The door `cdk8s-eks/checks`: all rules, for other programs. */
export type { Finding, Severity, Summary, Verdict } from '../model/finding';
export { summarize } from '../model/finding';
export { checkManifests } from '../run/commands/check-manifests';
export { checkProject } from '../run/commands/check-project';
export { RULE_DESCRIPTIONS } from '../run/survey/rules';
