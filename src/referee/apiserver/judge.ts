import { defined } from '../../model/defined';
import { ToolError } from '../../model/errors';
import type { FileSpec } from '../../model/file-spec';
import { byPlace, type Finding, type Severity } from '../../model/finding';
import { describeIdentity } from '../../model/identity';
import { textAt } from '../../model/json';
import { first } from '../../model/lists';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { messageOf } from '../../model/thrown';
import type { Answer, Ask } from './ask';
import { inParallel } from './in-parallel';
import { isNotAllowed, refusalsOf } from './refusal';
import { pathOf, Resources } from './resources';

export interface DryRunInput {
  readonly environment: string;
  readonly files: readonly FileSpec[];
}

type JudgedFile = FileSpec & { readonly object: RenderedObject };

/** A server-side apply that stores nothing, refuses unknown fields, and takes fields over as Argo CD does. */
const DRY_RUN = '?dryRun=All&fieldValidation=Strict&fieldManager=cdk8s-eks&force=true';

/**
 * Sends the bytes about to be written to an API server as a dry run. Refusals are errors, its warnings are warnings;
 * what it cannot judge, because it has no such namespace or kind yet, is unknown, once for each of them.
 * @throws ToolError REFEREE when it does not answer, or does not let this user ask
 */
export async function judgeWithApiServer({ environment, files }: DryRunInput, ask: Ask): Promise<readonly Finding[]> {
  const resources = new Resources(ask);
  const findings: Finding[] = [];
  const forbidden = new Map<string, string>();
  const unknown = new Map<string, JudgedFile[]>();
  const judge = async (file: JudgedFile): Promise<void> => {
    const { object } = file;
    const resource = await resources.of(object.apiVersion, object.kind);
    if (resource === undefined) return add(unknown, `kind ${object.kind} of ${object.apiVersion}`, file);
    const path = pathOf(object.apiVersion, resource, object);
    const answer = await ask('PATCH', `${path}${DRY_RUN}`, {
      type: 'application/apply-patch+yaml',
      text: file.content,
    });
    requireAnswer(answer, path);
    if (isNotAllowed(answer)) forbidden.set(object.kind, textAt(answer.body, 'message') ?? 'not authorized');
    else if (isNamespaceMissing(answer)) add(unknown, `namespace ${object.namespace}`, file);
    else findings.push(...findingsOf(environment, file, answer));
  };
  const judged = files.filter((file): file is JudgedFile => file.object !== undefined);
  try {
    await inParallel(judged, judge);
  } catch (error) {
    const fix = 'see that the cluster is up and the kubeconfig names it.';
    throw new ToolError('REFEREE', [{ message: `the API server did not answer: ${messageOf(error)}.`, fix }]);
  }
  refuseForbidden(forbidden);
  for (const [what, them] of unknown) findings.push(notJudged(environment, what, them));
  return findings.sort((a, b) => byPlace(a, b) || byCodeUnit(a.message, b.message));
}

/** @throws Error where the server itself failed */
export function requireAnswer({ status, body }: Answer, path: string): void {
  if (status >= 500) throw new Error(`${status} for ${path}: ${textAt(body, 'message') ?? body}`);
}

function findingsOf(environment: string, file: JudgedFile, answer: Answer): readonly Finding[] {
  const warnings = answer.warnings.map((text) =>
    finding(environment, file, 'warning', '', `warns about ${file.shown ?? file.path}: ${text}`),
  );
  if (answer.status < 300) return warnings;
  const refusals = refusalsOf(answer).map(({ field, message }) =>
    finding(environment, file, 'error', field, `refuses ${file.shown ?? file.path}: ${message}`),
  );
  return [...refusals, ...warnings];
}

function notJudged(environment: string, what: string, files: readonly JudgedFile[]): Finding {
  const nearest = first([...files].sort((a, b) => byCodeUnit(a.path, b.path)));
  const others = files.length === 1 ? '' : ` and ${files.length - 1} more`;
  return {
    ...finding(environment, nearest, 'unknown', '', ''),
    message: `the API server has no ${what}, so it could not judge ${describeIdentity(nearest.object)}${others}.`,
    fix: 'ask again when it is there: it comes with an earlier sync, or belongs to another cluster.',
  };
}

function finding(
  environment: string,
  { object }: JudgedFile,
  severity: Severity,
  field: string,
  said: string,
): Finding {
  const source = object.source();
  const { group, kind, namespace, name } = object;
  return {
    rule: 'referee/apiserver',
    severity,
    environment,
    app: object.app,
    object: { group, kind, ...defined({ namespace }), name },
    field,
    message: `the API server ${said}`,
    fix: 'correct the object: Argo CD would get the same answer.',
    see: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run',
    construct: object.construct,
    ...defined({ source }),
  };
}

export function isNamespaceMissing({ status, body }: Answer): boolean {
  return status === 404 && /^namespaces "[^"]*" not found$/.test(textAt(body, 'message') ?? '');
}

/** @throws ToolError REFEREE naming every kind this user may not apply */
export function refuseForbidden(forbidden: ReadonlyMap<string, string>): void {
  const problems = [...forbidden]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([kind, message]) => ({
      message: `the API server does not let this user ask about ${kind}: ${message}`,
      fix: 'use a kubeconfig whose user may patch and create what is rendered; a dry run needs the rights of the apply.',
    }));
  if (problems.length > 0) throw new ToolError('REFEREE', problems);
}

function add(map: Map<string, JudgedFile[]>, key: string, file: JudgedFile): void {
  map.set(key, [...(map.get(key) ?? []), file]);
}
