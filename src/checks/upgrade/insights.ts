import type { InsightFacts } from '../../model/facts';
import type { UpgradeSeverity } from '../../model/upgrade/report';
import { firstStep, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SEE = 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-insights.html';

/** What EKS found by itself, as it was read. */
export const insights: UpgradeCheck = {
  section: 'insights',
  needs: 'insights',
  judge: (input, facts) =>
    (facts?.insights ?? []).filter(({ status }) => status !== 'PASSING').map((one) => insight(one, input)),
};

const SEVERITIES: Readonly<Record<string, UpgradeSeverity>> = { ERROR: 'blocks', WARNING: 'changes' };

function insight(one: InsightFacts, { path }: UpgradeInput): Told {
  const { name, category, status, kubernetesVersion, reason } = one;
  const isOfUpgrade = category === 'UPGRADE_READINESS';
  const step =
    kubernetesVersion !== undefined && path.steps.includes(kubernetesVersion) ? kubernetesVersion : firstStep(path);
  const why = reason === undefined ? '' : `: ${reason.replace(/\.$/, '')}`;
  const refuses = isOfUpgrade && status === 'ERROR' ? ' EKS refuses the step while it lasts, unless it is forced.' : '';
  return {
    step,
    severity: isOfUpgrade ? (SEVERITIES[status] ?? 'unknown') : 'information',
    subject: `insight ${name}`,
    message: `EKS reports ${status}${why}.${detailsOf(one)}${refuses}`,
    fix: 'do what the insight recommends (`aws eks describe-insight`), and read the facts again.',
    see: SEE,
  };
}

const SHOWN = 3;

function detailsOf({ deprecations = [], addOns = [], resources = [] }: InsightFacts): string {
  const calls = deprecations.map(({ usage, replacedWith, stopServingVersion, clients = [] }) => {
    const until = stopServingVersion === undefined ? '' : `, gone in ${stopServingVersion}`;
    const other = replacedWith === undefined ? '' : `, replaced by ${replacedWith}`;
    const who = clients.length === 0 ? '' : `, is called by ${some(clients)}`;
    return ` ${usage}${until}${other}${who}.`;
  });
  const fitting = addOns.map(({ name, versions }) => ` Of ${name}, these versions fit: ${some(versions)}.`);
  const named = resources.length === 0 ? '' : ` It names ${some(resources)}.`;
  return [...calls, ...fitting, named].join('');
}

function some(texts: readonly string[]): string {
  const more = texts.length - SHOWN;
  return `${texts.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
