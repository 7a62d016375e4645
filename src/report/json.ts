import { visibleJson } from '../grammar/visible-text';
import { ERROR_CODES, type RelatedPlace, type Stop } from '../model/errors';
import { type Finding, summarize } from '../model/finding';
import type { Report } from './report';

/** Raised when a key changes its meaning or goes; new keys may come at any time. */
const FORMAT_VERSION = 1;

/** The result of a command as data. Keys are stable; new ones may be added. */
export function jsonReport({ command, verdicts, stops, more }: Report): string {
  return jsonDocument(command, {
    environments: verdicts.map((v) => v.environment).filter((name, index, all) => all.indexOf(name) === index),
    findings: verdicts.flatMap((v) => v.findings).map(findingJson),
    problems: stops.map(problemJson),
    summary: summarize(verdicts),
    ...more,
  });
}

/** Every document begins with its version, whichever command wrote it. */
export function jsonDocument(command: string, content: object): string {
  return `${visibleJson({ formatVersion: FORMAT_VERSION, command, ...content })}\n`;
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

function problemJson({ code, message, fix, path, place, picture, related }: Stop): object {
  return {
    code,
    exitCode: ERROR_CODES[code].exit,
    message,
    fix,
    path,
    source: place,
    picture,
    related: related?.map(relatedJson),
  };
}

function relatedJson({ message, place }: RelatedPlace): object {
  return { message, source: place };
}
