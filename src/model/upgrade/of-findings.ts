import { defined } from '../defined';
import type { Problem } from '../errors';
import type { Finding, Severity } from '../finding';
import { describeIdentity } from '../identity';
import type { UpgradeEntry, UpgradeSection, UpgradeSeverity } from './report';

/** Rules whose findings have a section of their own. */
const SECTIONS: Readonly<Record<string, UpgradeSection>> = {
  'k8s/ban-removed-api': 'apis',
  'k8s/valid-schema': 'fields',
  'policy/valid-pod-security': 'podSecurity',
};

const SEVERITIES: Readonly<Record<Severity, UpgradeSeverity>> = {
  error: 'blocks',
  warning: 'changes',
  unknown: 'unknown',
  info: 'information',
};

/** What a rule says of the version of a step, and does not say of the version before. */
export function broughtEntry(finding: Finding, step: string): UpgradeEntry {
  const { silenced, rule } = finding;
  const { message, ...entry } = entryOf(finding, step);
  if (silenced === undefined) return { ...entry, message, severity: SEVERITIES[finding.severity] };
  return { ...entry, message: `${message} It is silenced (${rule}): ${silenced}`, severity: 'information' };
}

/** What a rule says of the version before a step, and does not say of that of the step. */
export function goneEntry(finding: Finding, step: string): UpgradeEntry {
  const { message, see: _see, ...entry } = entryOf(finding, step);
  return {
    ...entry,
    message: `${finding.rule} does not say it any more from ${step} on: ${message}`,
    fix: 'look whether what it hindered, or what was left out for its sake, is wanted now.',
    severity: 'information',
  };
}

function entryOf(finding: Finding, step: string): Omit<UpgradeEntry, 'severity'> {
  const { app, field, fix, object, rule, see, source } = finding;
  const subject = describeIdentity(object);
  const prefix = `${subject}: `;
  return {
    section: SECTIONS[rule] ?? 'behaviour',
    step,
    subject,
    message: finding.message.startsWith(prefix) ? finding.message.slice(prefix.length) : finding.message,
    fix,
    see,
    where: [app, field].filter((part) => part !== '').join(' › '),
    ...defined({ source }),
  };
}

/** What a construct refuses of a later version: nothing of that version can be rendered before. */
export function refusedEntry({ fix, message, path, place }: Problem, step: string): UpgradeEntry {
  return {
    section: 'fields',
    step,
    severity: 'blocks',
    subject: path ?? 'the apps',
    message: `it is not rendered for Kubernetes ${step}: ${message}`,
    fix: fix ?? 'make the app render for both versions.',
    ...defined({ source: place }),
  };
}
