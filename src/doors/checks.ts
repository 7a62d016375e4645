/** The door `cdk8s-eks/checks`: all rules, for other programs. */
export type { Finding, Severity, Summary, Verdict } from '../model/finding';
export { summarize } from '../model/finding';
export { checkManifests } from '../pipeline/check-manifests';
export { checkProject } from '../pipeline/check-project';
export { RULE_DESCRIPTIONS } from '../pipeline/rules';
