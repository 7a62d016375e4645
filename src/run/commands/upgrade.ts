import { AMI_TYPES_READ } from '../../knowledge/aws/ami-types';
import { CONTROLLER_MINIMUMS_READ } from '../../knowledge/aws/controller-minimums';
import { SUPPORT_CALENDAR_READ } from '../../knowledge/aws/support-calendar';
import { KUBELET_FLAGS_READ } from '../../knowledge/kubernetes/kubelet-flags';
import { VERSION_CHANGES_READ } from '../../knowledge/kubernetes/version-changes';
import { loadEnvironments } from '../../load/settings/environments';
import { defined } from '../../model/defined';
import { isToolError, type Problem } from '../../model/errors';
import { stopsRun, type Verdict } from '../../model/finding';
import { compareVersions } from '../../model/rehearsal';
import { inOrder } from '../../model/upgrade/in-order';
import { broughtEntry, goneEntry, refusedEntry } from '../../model/upgrade/of-findings';
import type { UpgradePath } from '../../model/upgrade/path';
import { renderedOtherwise } from '../../model/upgrade/rendered-otherwise';
import type { TableAge, UpgradeEntry, UpgradeReport } from '../../model/upgrade/report';
import { daysSince } from '../survey/calendar';
import { eksEnvironment } from '../survey/eks-environment';
import { NO_REFEREES, type RenderProgress, type Roots } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import { upgradePath } from '../survey/upgrade-path';

/** The tables that a report is made by, with the day on which their sources were read. */
const TABLES = {
  'calendar of EKS': SUPPORT_CALENDAR_READ,
  'changes of Kubernetes versions': VERSION_CHANGES_READ,
  'flags of the kubelet': KUBELET_FLAGS_READ,
  'images of nodes': AMI_TYPES_READ,
  'versions of controllers': CONTROLLER_MINIMUMS_READ,
};

export interface UpgradeOptions {
  /** `1.37`, or `next` for one above the cluster. */
  readonly to: string;
  readonly onProgress?: (progress: RenderProgress) => void;
}

/**
 * Everything that stands in the way of an upgrade, or that it changes: the apps are rendered and judged as the version of
 * today and as each on the way, and what differs is told with what the tables and the facts say. AWS is not asked.
 * @param now the day of the report
 * @throws ToolError ARGUMENTS for a version that is not an upgrade
 */
export async function upgrade(
  roots: Roots,
  name: string,
  options: UpgradeOptions,
  now: Date = new Date(),
): Promise<UpgradeReport> {
  const environment = eksEnvironment(loadEnvironments(roots.project), name);
  const { clusterName, facts } = environment;
  const path = upgradePath(environment, options.to, now);
  const asVersion = (version: string) => surveyAs(roots, { name, version, path }, options);
  const today = await asVersion(path.from);
  const entries: UpgradeEntry[] = [];
  const told = new Set<string>();
  let before = today;
  for (const step of path.steps) {
    const found = await attempt(() => asVersion(step));
    if ('problems' in found) {
      entries.push(...found.problems.map((problem) => refusedEntry(problem, step)));
      continue;
    }
    const { brought, gone } = compareVersions([], before.verdicts, found.verdicts);
    entries.push(...brought.flatMap(({ findings }) => findings.map((finding) => broughtEntry(finding, step))));
    entries.push(...gone.map((finding) => goneEntry(finding, step)), ...found.entries);
    entries.push(...renderedOtherwise(before.rendered, found.rendered, step, told));
    before = found;
  }
  return {
    environment: name,
    clusterName,
    from: path.from,
    to: path.to,
    fromBy: facts === undefined ? 'settings' : 'facts',
    today: path.today,
    steps: path.steps,
    objects: today.verdicts.reduce((sum, verdict) => sum + verdict.objects, 0),
    entries: inOrder(entries),
    staying: stayingErrors(today.verdicts, before.verdicts),
    tables: tableAges(now),
  };
}

interface AsVersion {
  readonly name: string;
  readonly version: string;
  readonly path: UpgradePath;
}

async function surveyAs(roots: Roots, { name, version, path }: AsVersion, { onProgress }: UpgradeOptions) {
  const selection = { environments: [name], tiers: [], apps: [] };
  const options = { selection, typeCheck: false, kubernetesVersion: version, ...defined({ onProgress }) };
  const { results, end } = await surveyProject(roots, options, { referees: NO_REFEREES, upgrade: path });
  await end();
  return {
    verdicts: results.flatMap((result) => result.verdicts),
    entries: results.flatMap(({ upgrade }) => upgrade.entries),
    rendered: results.flatMap(({ upgrade }) => upgrade.rendered),
  };
}

/** What constructs refuse of a later version stands in its way, and ends nothing else. */
async function attempt<T extends object>(
  work: () => Promise<T>,
): Promise<T | { readonly problems: readonly Problem[] }> {
  try {
    return await work();
  } catch (error) {
    if (!isToolError(error) || error.code !== 'APP_RENDER') throw error;
    return { problems: error.problems };
  }
}

function stayingErrors(today: readonly Verdict[], last: readonly Verdict[]): number {
  const { kept } = compareVersions([], today, last);
  return kept.filter((finding) => stopsRun([{ environment: '', objects: 0, findings: [finding] }], false)).length;
}

function tableAges(now: Date): readonly TableAge[] {
  return Object.entries(TABLES).map(([table, read]) => ({ table, read, days: daysSince(read, now) }));
}
