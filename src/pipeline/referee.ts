import { existsSync } from 'node:fs';
import { type Problem, ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import type { Verdict } from '../model/finding';
import type { SchemaStore } from '../model/schema';
import { judgeWithApiServer } from '../referee/apiserver/judge';
import { type ClusterAccess, openCluster } from '../referee/apiserver/kubectl-proxy';
import { jsonSchemaFiles } from '../referee/json-schemas';
import { judgeWithKubeconform } from '../referee/kubeconform';
import type { Evaluation } from './evaluate';

export const REFEREES = ['kubeconform', 'apiserver'] as const;
export type RefereeName = (typeof REFEREES)[number];

/** Outside judges to ask, and what they need. */
export interface RefereeOptions {
  readonly names: readonly RefereeName[];
  /** The cluster whose API server judges: `apiserver` needs it. */
  readonly cluster?: ClusterAccess;
}

/** What the judges read: the bytes of one environment, and the schemas it is judged against. */
export interface RefereeQuestion {
  readonly environment: string;
  readonly files: readonly FileSpec[];
  readonly schemas: SchemaStore;
}

/**
 * Lets outside judges read the bytes about to be written, one environment at a time.
 * @throws ToolError REFEREE when a judge cannot be had or does not answer, ARGUMENTS when it was not told whom to ask
 */
export async function refereeVerdicts(
  options: RefereeOptions,
  questions: readonly RefereeQuestion[],
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const ask = options.names.includes('apiserver') ? requiredCluster(options, questions) : undefined;
  if (options.names.includes('kubeconform')) {
    for (const { environment, files, schemas } of questions) {
      const findings = await judgeWithKubeconform({ environment, files, schemas: jsonSchemaFiles(schemas) });
      verdicts.push({ environment, findings, objects: 0 });
    }
  }
  if (ask !== undefined) verdicts.push(await apiServerVerdict(ask.cluster, ask.question));
  return verdicts;
}

export function questionsOf({ project, rendered }: Evaluation): readonly RefereeQuestion[] {
  return rendered.map(({ environment, files }) => {
    return { environment: environment.name, files, schemas: project.schemasOf(environment) };
  });
}

/** @throws ToolError ARGUMENTS unless one cluster and one environment are named */
function requiredCluster({ cluster }: RefereeOptions, questions: readonly RefereeQuestion[]) {
  const problems: Problem[] = [];
  if (cluster === undefined) {
    problems.push({
      message: '--referee apiserver judges with a cluster, and none is named.',
      fix: 'add --kubeconfig FILE (and --context NAME).',
    });
  } else if (!existsSync(cluster.kubeconfig)) {
    problems.push({ message: `--kubeconfig ${cluster.kubeconfig}: there is no such file.` });
  }
  const [question, ...others] = questions;
  if (question === undefined || others.length > 0) {
    const names = questions.map(({ environment }) => environment).join(', ');
    problems.push({
      message: `--referee apiserver asks one cluster about one environment; selected are: ${names}.`,
      fix: 'add --env with one of them.',
    });
  }
  if (problems.length > 0 || cluster === undefined || question === undefined)
    throw new ToolError('ARGUMENTS', problems);
  return { cluster, question };
}

async function apiServerVerdict(cluster: ClusterAccess, { environment, files }: RefereeQuestion): Promise<Verdict> {
  const connection = await openCluster(cluster);
  try {
    return { environment, findings: await judgeWithApiServer({ environment, files }, connection.ask), objects: 0 };
  } finally {
    connection.close();
  }
}
