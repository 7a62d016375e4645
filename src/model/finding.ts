import { identityKey, type ObjectIdentity } from './identity';
import { by } from './order';
import { describePlace, type SourcePlace } from './source-place';

/**
 * `error` stops the writing, `warning` and `info` are listed. `unknown` is a check whose fact is missing:
 * never a pass, counted on its own, and an error under `--strict`.
 */
export type Severity = 'error' | 'warning' | 'info' | 'unknown';

/** One thing a rule has to say about one field of one object. Data: the text is made in `report/`. */
export interface Finding {
  /** `eks/valid-ebs-access-mode`; once released, an id never changes its meaning. */
  readonly rule: string;
  readonly severity: Severity;
  readonly environment: string;
  readonly app: string;
  readonly object: ObjectIdentity;
  /** `spec.accessModes[0]`; '' for the object as a whole. */
  readonly field: string;
  readonly found?: string;
  readonly wanted?: string;
  /** What is wrong, with its values, and what it does in production. Full sentences. */
  readonly message: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  /** Address of the page where the fact is written. */
  readonly see: string;
  readonly construct: string;
  readonly source?: SourcePlace;
  /** Set where somebody silenced the rule beside the object. */
  readonly silenced?: string;
}

/** Findings are sorted by environment, object, field, rule. */
export const byPlace = by<Finding>(
  (f) => f.environment,
  (f) => identityKey(f.object),
  (f) => f.field,
  (f) => f.rule,
);

/** What all checks together found in one environment. */
export interface Verdict {
  readonly environment: string;
  readonly findings: readonly Finding[];
  readonly objects: number;
}

export interface Summary {
  readonly objects: number;
  /** Objects without an error. */
  readonly valid: number;
  /** Objects whose every error is silenced with a reason. */
  readonly excused: number;
  /** Objects with an error. */
  readonly invalid: number;
  /** Findings whose fact is missing. */
  readonly unknown: number;
  /** Findings that are silenced. */
  readonly suppressed: number;
}

export function summarize(verdicts: readonly Verdict[]): Summary {
  const objects = verdicts.reduce((sum, verdict) => sum + verdict.objects, 0);
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const silenced = findings.filter((finding) => finding.silenced !== undefined);
  const open = findings.filter((finding) => finding.silenced === undefined);
  const invalid = objectsWithErrors(open);
  const excused = [...objectsWithErrors(silenced)].filter((key) => !invalid.has(key)).length;
  return {
    objects,
    valid: objects - invalid.size - excused,
    excused,
    invalid: invalid.size,
    unknown: open.filter(({ severity }) => severity === 'unknown').length,
    suppressed: silenced.length,
  };
}

/** Two objects may have one identity, which is an error of both: where they were made tells them apart. */
function objectsWithErrors(findings: readonly Finding[]): ReadonlySet<string> {
  const found = new Set<string>();
  const placeless = new Set<string>();
  const placed = new Set<string>();
  for (const { severity, environment, object, source } of findings) {
    if (severity !== 'error') continue;
    const key = `${environment}|${identityKey(object)}`;
    if (source === undefined) placeless.add(key);
    else {
      placed.add(key);
      found.add(`${key}|${describePlace(source)}`);
    }
  }
  for (const key of placeless) if (!placed.has(key)) found.add(key);
  return found;
}

/** Whether the findings forbid writing: an error does, under `--strict` a warning or an unknown too. */
export function stopsRun(verdicts: readonly Verdict[], strict: boolean): boolean {
  const stopping: readonly Severity[] = strict ? ['error', 'warning', 'unknown'] : ['error'];
  return verdicts.some(({ findings }) =>
    findings.some(({ severity, silenced }) => silenced === undefined && stopping.includes(severity)),
  );
}
