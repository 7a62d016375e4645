import type { Verdict } from '../model/finding';
import { jsonSchemaFiles } from '../referee/json-schemas';
import { judgeWithKubeconform } from '../referee/kubeconform';
import type { Evaluation } from './evaluate';

export const REFEREES = ['kubeconform'] as const;
export type RefereeName = (typeof REFEREES)[number];

/**
 * Lets outside judges read the bytes about to be written, one environment at a time.
 * @throws ToolError REFEREE when a judge cannot be had or does not answer
 */
export async function refereeVerdicts(
  referees: readonly RefereeName[],
  { project, rendered }: Evaluation,
): Promise<readonly Verdict[]> {
  if (!referees.includes('kubeconform')) return [];
  const verdicts: Verdict[] = [];
  for (const { environment, files } of rendered) {
    const schemas = jsonSchemaFiles(project.schemasOf(environment));
    const findings = await judgeWithKubeconform({ environment: environment.name, files, schemas });
    verdicts.push({ environment: environment.name, findings, objects: 0 });
  }
  return verdicts;
}
