import { loadEnvironments } from '../../load/settings/environments';
import type { PreflightRow } from '../../model/preflight';
import { calendarOf } from '../survey/calendar';
import { eksEnvironment } from '../survey/eks-environment';
import { NO_REFEREES, type Roots } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';

export interface PreflightResult {
  readonly environment: string;
  readonly clusterName: string;
  readonly rows: readonly PreflightRow[];
}

/** Renders one environment, and compares it and its settings with the last reading of its cluster. AWS is not asked. */
export async function preflight(roots: Roots, name: string, now: Date = new Date()): Promise<PreflightResult> {
  const { clusterName } = eksEnvironment(loadEnvironments(roots.project), name);
  const selection = { environments: [name], tiers: [], apps: [] };
  const wanted = { referees: NO_REFEREES, preflight: calendarOf(now) };
  const { results, end } = await surveyProject(roots, { selection, typeCheck: false }, wanted);
  await end();
  return { environment: name, clusterName, rows: results.flatMap((result) => result.preflight) };
}
