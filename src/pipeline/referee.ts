import type { Verdict } from '../model/finding';
import { jsonSchemaFiles } from '../referee/json-schemas';
import { judgeWithKubeconform } from '../referee/kubeconform';
import type { Project } from './project';
import type { RefereeName } from './referee-names';
import type { RenderedEnvironment } from './render-environments';

/**
 * Lets an outside judge read the bytes of one environment that are about to be written.
 * @throws ToolError REFEREE when the judge cannot be had or does not answer
 */
export async function refereeVerdict(
  _referee: RefereeName,
  project: Project,
  { environment, files }: RenderedEnvironment,
): Promise<Verdict> {
  const schemas = jsonSchemaFiles(project.schemasOf(environment));
  const findings = await judgeWithKubeconform({ environment: environment.name, files, schemas });
  return { environment: environment.name, findings, objects: 0 };
}
