import { defined } from '../../model/defined';
import { ToolError } from '../../model/errors';
import type { FileSpec } from '../../model/file-spec';
import { identityKey } from '../../model/identity';
import { isJsonObject, type JsonValue, textAt } from '../../model/json';
import { by } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { messageOf } from '../../model/thrown';
import type { Answer, Ask } from './ask';
import { inParallel } from './in-parallel';
import { isNamespaceMissing, refuseForbidden, requireAnswer } from './judge';
import { isNotAllowed, refusalsOf } from './refusal';
import { pathOf, Resources } from './resources';
import { type Tracked, trackedObjects } from './tracked-objects';

/** One object on the cluster, and what an apply would make of it. */
export interface LiveObject {
  readonly object: RenderedObject;
  /** As it is; absent where the cluster has no such object. */
  readonly live?: JsonValue;
  /** As the server would store it after the apply. */
  readonly planned?: JsonValue;
  /** Why the server would not: one sentence. */
  readonly refused?: string;
  /** Why nothing can be said of it: its kind or namespace is not there yet. */
  readonly unknown?: string;
}

export interface LiveCluster {
  readonly objects: readonly LiveObject[];
  /** What the Applications track, and nobody renders. */
  readonly nobody: readonly Tracked[];
}

/** An apply as Argo CD does it on the server, which stores nothing. */
const DRY_RUN = '?dryRun=All&fieldManager=argocd-controller&force=true';

/**
 * Asks a cluster for each rendered object, and what an apply of its file would make of it.
 * @param applications names of the Applications whose objects are looked for
 * @throws ToolError REFEREE when the server does not answer, or does not let this user ask
 */
export async function readLiveObjects(
  files: readonly FileSpec[],
  applications: readonly string[],
  ask: Ask,
): Promise<LiveCluster> {
  const resources = new Resources(ask);
  const forbidden = new Map<string, string>();
  const found: LiveObject[] = [];
  const read = async ({ object, content }: FileSpec): Promise<void> => {
    if (object === undefined) return;
    const resource = await resources.of(object.apiVersion, object.kind);
    if (resource === undefined) {
      found.push({ object, unknown: `the cluster has no kind ${object.kind} of ${object.apiVersion}` });
      return;
    }
    const path = pathOf(object.apiVersion, resource, object);
    const answers = [
      await ask('GET', path),
      await ask('PATCH', `${path}${DRY_RUN}`, { type: 'application/apply-patch+yaml', text: content }),
    ];
    for (const answer of answers) requireAnswer(answer, path);
    const denied = answers.find(isNotAllowed);
    if (denied !== undefined) forbidden.set(object.kind, textAt(denied.body, 'message') ?? 'not authorized');
    else found.push({ object, ...saidBy(answers) });
  };
  try {
    await inParallel(files, read);
    refuseForbidden(forbidden);
    // Answers come in any order.
    found.sort(by(({ object }) => identityKey(object)));
    return { objects: found, nobody: await trackedObjects(applications, found, ask) };
  } catch (error) {
    if (error instanceof ToolError) throw error;
    const fix = 'see that the cluster is up and the kubeconfig names it.';
    throw new ToolError('REFEREE', [{ message: `the API server did not answer: ${messageOf(error)}.`, fix }]);
  }
}

function saidBy([got, planned]: readonly Answer[]): Omit<LiveObject, 'object'> {
  const live = got !== undefined && got.status < 300 ? bodyOf(got) : undefined;
  if (planned === undefined || planned.status < 300) return defined({ live, planned: planned && bodyOf(planned) });
  if (isNamespaceMissing(planned)) return { unknown: 'the cluster does not have its namespace yet' };
  const refused = refusalsOf(planned).map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return defined({ live, refused: `the API server says: ${refused.join('; ')}.` });
}

function bodyOf({ body }: Answer): JsonValue | undefined {
  return isJsonObject(body) ? body : undefined;
}
