/** The door `cdk8s-eks/checks`: all rules, for other programs. */
export type { AllowedCall } from '../model/allowed-call';
export type { Tier } from '../model/environment';
export type { Finding, Severity, Summary, Verdict } from '../model/finding';
export { stopsRun, summarize } from '../model/finding';
export type { ObjectIdentity } from '../model/identity';
export type { Pin } from '../model/pin';
export type { SourcePlace } from '../model/source-place';
export { checkManifests, checkProject } from '../run/commands/check';
export type { CheckManifestsOptions, CheckProjectOptions } from '../run/commands/check-options';
export { RULE_DESCRIPTIONS } from '../run/survey/check-environment';
export { rootsOf } from '../run/survey/roots-of';
export type {
  ClusterAccess,
  CommittedMemory,
  RefereeName,
  RefereeOptions,
  RenderProgress,
  Roots,
  RunOptions,
  Selection,
} from '../run/survey/run-options';
