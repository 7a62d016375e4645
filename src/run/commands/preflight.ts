import { loadEnvironments } from '../../load/settings/environments';
import type { Calendar, PreflightRow } from '../../model/preflight';
import { eksEnvironment } from '../survey/eks-environment';
import { NO_REFEREES, type Roots } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

export interface PreflightResult {
  readonly environment: string;
  readonly clusterName: string;
  readonly rows: readonly PreflightRow[];
}

const DAY_MS = 86_400_000;
/** Days ahead that count as soon: an upgrade is planned in a quarter of a year. */
const SOON = 90;

/** Renders one environment, and compares it and its settings with the last reading of its cluster. AWS is not asked. */
export async function preflight(roots: Roots, name: string, now: Date = new Date()): Promise<PreflightResult> {
  const { clusterName } = eksEnvironment(loadEnvironments(roots.project), name);
  const selection = { environments: [name], tiers: [], apps: [] };
  const wanted = { referees: NO_REFEREES, preflight: calendarOf(now) };
  const { results, end } = await surveyProject(roots, { selection, typeCheck: false }, wanted);
  await end();
  return { environment: name, clusterName, rows: results.flatMap((result) => result.preflight) };
}

function calendarOf(now: Date): Calendar {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { today: dayOf(now.getTime()), soon: dayOf(now.getTime() + SOON * DAY_MS) };
}
