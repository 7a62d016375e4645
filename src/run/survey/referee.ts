import { existsSync } from 'node:fs';
import { withBroughtDefinitions } from '../../checks/schema/brought-definitions';
import { type Problem, ToolError } from '../../model/errors';
import type { FileSpec } from '../../model/file-spec';
import type { Finding, Verdict } from '../../model/finding';
import { hideInFindings } from '../../model/hide-secrets';
import type { SchemaStore } from '../../model/schema';
import { SecretValues } from '../../model/secret-values';
import type { ClusterAccess } from '../../referee/apiserver/kubectl-proxy';
import { jsonSchemaFiles } from '../../referee/json-schemas';
import { judgeWithKubeconform } from '../../referee/kubeconform';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';
import type { RefereeOptions } from './run-options';

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
  requireReferees(
    options,
    questions.map(({ environment }) => environment),
  );
  if (options.names.includes('kubeconform')) {
    for (const { environment, files, schemas } of questions) {
      const findings = await judgeWithKubeconform({ environment, files, schemas: jsonSchemaFiles(schemas) });
      verdicts.push({ environment, findings: withoutSecrets(findings, files), objects: 0 });
    }
  }
  const { cluster } = options;
  if (options.names.includes('apiserver') && cluster !== undefined)
    for (const question of questions) verdicts.push(await apiServerVerdict(cluster, question));
  return verdicts;
}

/** Another judge may repeat any value it was shown. */
function withoutSecrets(findings: readonly Finding[], files: readonly FileSpec[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  return hideInFindings(findings, SecretValues.ofObjects(files.flatMap(({ object }) => object ?? [])));
}

export function questionOf(project: Project, rendered: RenderedEnvironment): RefereeQuestion {
  const { environment, files, objects, definitions } = rendered;
  const schemas = withBroughtDefinitions(project.schemasOf(environment), [...definitions, ...objects]);
  return { environment: environment.name, files, schemas };
}

/**
 * Before anything is rendered, whether the judges can be asked at all.
 * @throws ToolError ARGUMENTS unless an API server is asked through one cluster about one environment
 */
export function requireReferees({ names, cluster }: RefereeOptions, environments: readonly string[]): void {
  if (!names.includes('apiserver')) return;
  const problems: Problem[] = [];
  if (cluster === undefined) {
    problems.push({
      message: '--referee apiserver judges with a cluster, and none is named.',
      fix: 'add --kubeconfig FILE (and --context NAME).',
    });
  } else if (!existsSync(cluster.kubeconfig)) {
    problems.push({
      message: `--kubeconfig ${cluster.kubeconfig}: there is no such file.`,
      fix: 'name the file that `kubectl --kubeconfig FILE version` answers with.',
    });
  }
  if (environments.length !== 1) {
    problems.push({
      message: `--referee apiserver asks one cluster about one environment; selected are: ${environments.join(', ')}.`,
      fix: 'add --env with one of them.',
    });
  }
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
}

async function apiServerVerdict(
  cluster: ClusterAccess,
  { environment, files, schemas }: RefereeQuestion,
): Promise<Verdict> {
  // Few runs ask a server, and Node takes a while to load what speaks HTTP.
  const { judgeWithApiServer } = await import('../../referee/apiserver/judge.js');
  const { openCluster } = await import('../../referee/apiserver/kubectl-proxy.js');
  const { otherVersion } = await import('../../referee/apiserver/other-version.js');
  const connection = await openCluster(cluster);
  try {
    const skew = otherVersion(environment, schemas.kubernetesVersion, connection.version);
    const findings = await judgeWithApiServer({ environment, files }, connection.ask);
    return { environment, findings: [...skew, ...withoutSecrets(findings, files)], objects: 0 };
  } finally {
    connection.close();
  }
}
