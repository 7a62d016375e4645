import type { Change } from '../model/change';
import { type Finding, summarize, type Verdict } from '../model/finding';

/** The result of a command as data. Keys are stable; new ones may be added. */
export interface JsonReport {
  readonly command: string;
  readonly verdicts: readonly Verdict[];
  readonly files?: {
    readonly written: readonly string[];
    readonly unchanged: number;
    readonly removed: readonly string[];
    readonly moved: readonly { readonly from: string; readonly to: string }[];
  };
  readonly differences?: unknown;
  /** Files in the output folder that this tool did not write; `synth --check` refuses them. */
  readonly foreign?: readonly string[];
  /** What a person should know although nothing is refused. */
  readonly notes?: readonly string[];
  readonly skipped?: readonly unknown[];
  readonly changes?: readonly Change[];
}

export function jsonReport({ command, verdicts, ...rest }: JsonReport): string {
  const report = {
    command,
    environments: verdicts.map((v) => v.environment).filter((name, index, all) => all.indexOf(name) === index),
    findings: verdicts.flatMap((v) => v.findings).map(findingJson),
    summary: summarize(verdicts),
    ...rest,
  };
  return `${JSON.stringify(report, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2)}\n`;
}

/** The keys of a finding in their published order. A key of `Finding` that is missing here does not compile. */
const FINDING_KEYS: { readonly [K in keyof Required<Finding>]: undefined } = {
  rule: undefined,
  severity: undefined,
  environment: undefined,
  app: undefined,
  object: undefined,
  field: undefined,
  found: undefined,
  wanted: undefined,
  message: undefined,
  fix: undefined,
  see: undefined,
  source: undefined,
  construct: undefined,
  silenced: undefined,
};

function findingJson(finding: Finding): object {
  const { group, kind, namespace, name } = finding.object;
  return { ...FINDING_KEYS, ...finding, object: { group, kind, namespace, name } };
}
