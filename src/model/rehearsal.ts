import { type Finding, stopsRun, type Verdict } from './finding';
import { identityKey } from './identity';

/** An environment, the version it runs, and the one it was judged as. */
export interface Raised {
  readonly environment: string;
  readonly own: string;
  readonly other: string;
}

/** What another version of Kubernetes changes in what the rules say. */
export interface Rehearsal {
  readonly raised: readonly Raised[];
  /** As the other version, with nothing but the findings that the own version does not have. */
  readonly brought: readonly Verdict[];
  /** Findings of the own version that the other does not have. */
  readonly gone: readonly Finding[];
  /** Findings that both versions have. */
  readonly kept: readonly Finding[];
}

/** Compares the verdicts on both versions. What a finding is about decides; its words name the version. */
export function compareVersions(
  raised: readonly Raised[],
  own: readonly Verdict[],
  other: readonly Verdict[],
): Rehearsal {
  const left = new Map<string, Finding[]>();
  for (const finding of own.flatMap(({ findings }) => findings)) {
    const key = keyOf(finding);
    const same = left.get(key);
    if (same === undefined) left.set(key, [finding]);
    else same.push(finding);
  }
  const kept: Finding[] = [];
  const isNew = (finding: Finding): boolean => {
    const before = left.get(keyOf(finding))?.shift();
    if (before !== undefined) kept.push(finding);
    return before === undefined;
  };
  const brought = other.map((verdict) => ({ ...verdict, findings: verdict.findings.filter(isNew) }));
  return { raised, brought, gone: [...left.values()].flat(), kept };
}

/** What stops the run: what the version brings, and what it does not make right. */
export function stoppingVerdicts({ brought, kept }: Rehearsal, strict: boolean): readonly Verdict[] {
  return brought.map((verdict, index) => {
    const stays = kept.filter((finding) => stopsRun([{ ...verdict, findings: [finding] }], strict));
    return index === 0 ? { ...verdict, findings: [...verdict.findings, ...stays] } : verdict;
  });
}

function keyOf({ rule, severity, environment, app, object, field, found, silenced }: Finding): string {
  return JSON.stringify([rule, severity, environment, app, identityKey(object), field, found, silenced]);
}
