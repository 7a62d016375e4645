import { ARGOCD } from './findings/argocd';
import { DELETION } from './findings/deletion';
import type { Finding } from './findings/finding';

/** What was found in nine groups of attacks; docs/reliability.md ends with it. */
export const FINDING_GROUPS: readonly (readonly [title: string, findings: readonly Finding[]])[] = [
  ['Argo CD', ARGOCD],
  ['Deletion brake and writer', DELETION],
];

export const FINDINGS: readonly Finding[] = FINDING_GROUPS.flatMap(([, findings]) => findings);
