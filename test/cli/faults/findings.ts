import { ARGOCD } from './findings/argocd';
import { DELETION } from './findings/deletion';
import type { Finding } from './findings/finding';
import { MANIFESTS } from './findings/manifests';
import { NEWCOMER } from './findings/newcomer';
import { PARTS_OF_A_RUN } from './findings/parts';
import { REPORTS } from './findings/reports';
import { RUNS } from './findings/runs';
import { SECRETS } from './findings/secrets';
import { SILENCE } from './findings/silence';
import { VERDICTS } from './findings/verdicts';

/** What was found in nine groups of attacks; docs/reliability.md ends with it. */
export const FINDING_GROUPS: readonly (readonly [title: string, findings: readonly Finding[]])[] = [
  ['Silence', SILENCE],
  ['Runs of a part', PARTS_OF_A_RUN],
  ['Folders of YAML, and other versions of Kubernetes', MANIFESTS],
  ['Argo CD', ARGOCD],
  ['Deletion brake and writer', DELETION],
  ['Secrets and injection', SECRETS],
  ['Verdicts of rules', VERDICTS],
  ['Runs', RUNS],
  ['Reports', REPORTS],
  ['A newcomer', NEWCOMER],
];

export const FINDINGS: readonly Finding[] = FINDING_GROUPS.flatMap(([, findings]) => findings);
